import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseKeyRing } from "@dunmiao/domain/audit/keyRing";
import { openStore } from "@dunmiao/store/engine/client";
import { verifyEd25519 } from "@dunmiao/verifier/ed25519";
import { readHead } from "@dunmiao/verifier/verifyTree";
import { writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import { scopeWritten } from "@dunmiao/workflow/auditExport/writtenScope";
import { pageForExport } from "./verifierPage.ts";

const usage =
  "npm run export-audit -- --table dunmiao --key DATA_DIR/anchors/key.txt --purpose … --out file.zip [--checkpoint head.txt] [--scope cohort:c1 | unit:420102 | officer:010001 | period:2026-01-01..2026-03-31]";
const {
  table,
  key,
  purpose,
  out,
  checkpoint,
  scope: written,
} = parseArgs({
  options: {
    table: { type: "string" },
    key: { type: "string" },
    purpose: { type: "string" },
    out: { type: "string" },
    checkpoint: { type: "string" },
    scope: { type: "string" },
  },
}).values;
if (!table || !key || !purpose?.trim() || !out) throw new Error(usage);
const scope = written === undefined ? undefined : scopeWritten(written);
if (written !== undefined && !scope) throw new Error(`${written} is no scope: ${usage}`);
const keyText = readFileSync(key, "utf8");
const keys = parseKeyRing(keyText, verifyEd25519);
if (!keys) throw new Error(`${key} is no key of heads`);
const since = checkpoint === undefined ? undefined : readHead(readFileSync(checkpoint, "utf8"), keys);
if (typeof since === "string") throw new Error(`${checkpoint}: ${since}`);
const { page, said } = await pageForExport();
const request = {
  file: out,
  purpose: purpose.trim(),
  now: new Date().toISOString(),
  key: keyText,
  verifierPage: page,
  since,
  scope,
};
const { bytes, manifest, records, events, extendsHeld } = await writeExport(
  openStore({ tableName: table }),
  request,
);
console.log(`${out}: ${bytes} bytes, ${records} 份档案 records, ${events} 条操作记录 events`);
console.log(`manifest.json SHA-256 ${manifest}`);
console.log(said);
if (extendsHeld === true) console.log("由所持签名头延续而来 extends the head that you hold");
if (extendsHeld === false) {
  console.log("不是由所持签名头延续而来 does NOT extend the head that you hold");
  process.exitCode = 1;
}
