import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import { findingLine, unprovable } from "@dunmiao/verifier/findings";
import { verifyExport } from "@dunmiao/verifier/verifyExport";
import { readHead } from "@dunmiao/verifier/verifyTree";

const usage = "Which file? npm run verify-export -- file.zip [--key key.txt] [--checkpoint head.txt]";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, checkpoint: { type: "string" } },
});
const [file] = positionals;
if (!file) throw new Error(usage);
if (!existsSync(file)) throw new Error(`There is no file ${file}`);
const key = values.key === undefined ? undefined : parseNoteKey(readFileSync(values.key, "utf8"));
if (values.key !== undefined && !key) throw new Error(`${values.key} is no key of heads`);
if (values.checkpoint !== undefined && !key)
  throw new Error("A head is only worth as much as its key: give --key, too");
const head =
  values.checkpoint !== undefined && key ? readHead(readFileSync(values.checkpoint, "utf8"), key) : undefined;
if (typeof head === "string") throw new Error(`${values.checkpoint}: ${head}`);

const verified = await verifyExport(await openAsBlob(file), { key, head });
for (const finding of verified.findings) console.log(findingLine(finding));
const { findings, records, events, leaves, recounted, afterHead, isOwnKey } = verified;
console.log(
  `${records} 份档案 records, ${events} 条操作记录 events, ${leaves} 项 leaves, ${recounted} 份重算 recounted`,
);
if (verified.head)
  console.log(`截至 signed until ${verified.head.day}: ${verified.head.size} ${verified.head.root}`);
if (afterHead > 0)
  console.log(`${afterHead} 份此后有变更，尚无签名 changed since, which nothing signed covers`);
if (isOwnKey)
  console.log(
    "公钥取自本文件，只证明前后一致 the key is the file's own: it only shows that it agrees with itself",
  );
console.log(`不能证明 cannot be proved: ${unprovable.map(([zh, en]) => `${zh} ${en}`).join("; ")}`);
console.log(findings.length === 0 ? "一致 agrees" : `${findings.length} 处不符 do not agree`);
process.exitCode = findings.length === 0 ? 0 : 1;
