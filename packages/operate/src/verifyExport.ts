import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type KeyRing, parseKeyRing } from "@dunmiao/domain/audit/keyRing";
import { type NoteKey, parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { verifyEd25519 } from "@dunmiao/verifier/ed25519";
import { findingLine, unprovable } from "@dunmiao/verifier/findings";
import { keysInWords } from "@dunmiao/verifier/paperFacts";
import { verifyExport } from "@dunmiao/verifier/verifyExport";
import { isPaper } from "@dunmiao/verifier/verifyPaper";
import { readHead, unsignedHead } from "@dunmiao/verifier/verifyTree";
import { checkPaper } from "./checkPaper.ts";

const usage =
  "Which file? npm run verify-export -- file.zip|file.tlog-proof [--key key.txt] [--checkpoint head.txt] [--cosigner other-key.txt]";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: "string" },
    checkpoint: { type: "string" },
    cosigner: { type: "string", multiple: true },
  },
});
const [file] = positionals;
if (!file) throw new Error(usage);
if (!existsSync(file)) throw new Error(`There is no file ${file}`);
const keys =
  values.key === undefined ? undefined : parseKeyRing(readFileSync(values.key, "utf8"), verifyEd25519);
if (values.key !== undefined && !keys) throw new Error(`${values.key} is no key of heads`);
const note = values.checkpoint === undefined ? undefined : readFileSync(values.checkpoint, "utf8");
const cosigners = (values.cosigner ?? []).flatMap(keysIn);
const blob = await openAsBlob(file);
if (await isPaper(blob)) {
  const isGood = checkPaper(await blob.text(), { keys, head: headOf(note, keys), cosigners });
  process.exit(isGood ? 0 : 1);
}
if (note !== undefined && !keys) throw new Error("A head is only worth as much as its key: give --key, too");
const head = headOf(note, keys);

/** A file of keys, one a line. */
function keysIn(path: string): NoteKey[] {
  const lines = readFileSync(path, "utf8").trim().split(/\s*\n/);
  return lines.map((line) => {
    const read = parseNoteKey(line);
    if (!read) throw new Error(`${path} is no key of a signer`);
    return read;
  });
}
/** A head that is held, and good where its key is. */
function headOf(text: string | undefined, by: KeyRing | undefined): TreeHead | undefined {
  if (text === undefined) return undefined;
  const read = by ? readHead(text, by) : unsignedHead(text);
  if (typeof read === "string") throw new Error(`${values.checkpoint}: ${read}`);
  return read;
}

const verified = await verifyExport(blob, { keys, head, cosigners });
for (const finding of verified.findings) console.log(findingLine(finding));
const { findings, records, events, leaves, recounted, afterHead, isOwnKey } = verified;
console.log(
  `${records} 份档案 records, ${events} 条操作记录 events, ${leaves} 项 leaves, ${recounted} 份重算 recounted`,
);
if (verified.keys.length > 1) console.log(`公钥 keys: ${keysInWords(verified.keys)}`);
if (verified.head)
  console.log(`截至 signed until ${verified.head.day}: ${verified.head.size} ${verified.head.root}`);
for (const { organ, key: of, until, isHeld } of verified.cosigned)
  console.log(
    `${organ} 另签至 signed too, until ${until ?? "—"}: ${isHeld ? "公钥另行提供 key given by you" : "公钥取自本文件 key is the file's own"} ${of}`,
  );
if (verified.cosigned.length === 0) console.log("没有另一方签名 nobody else has signed");
if (afterHead > 0)
  console.log(`${afterHead} 份此后有变更，尚无签名 changed since, which nothing signed covers`);
if (isOwnKey)
  console.log(
    "公钥取自本文件，只证明前后一致 the key is the file's own: it only shows that it agrees with itself",
  );
console.log(`不能证明 cannot be proved: ${unprovable.map(([zh, en]) => `${zh} ${en}`).join("; ")}`);
console.log(findings.length === 0 ? "一致 agrees" : `${findings.length} 处不符 do not agree`);
process.exitCode = findings.length === 0 ? 0 : 1;
