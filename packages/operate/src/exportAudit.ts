import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import { openStore } from "@dunmiao/store/engine/client";
import { readHead } from "@dunmiao/verifier/verifyTree";
import { writeExport } from "./auditExport/writeExport.ts";

const usage =
  "npm run export-audit -- --table dunmiao --key DATA_DIR/anchors/key.txt --purpose … --out file.zip [--checkpoint head.txt]";
const { table, key, purpose, out, checkpoint } = parseArgs({
  options: {
    table: { type: "string" },
    key: { type: "string" },
    purpose: { type: "string" },
    out: { type: "string" },
    checkpoint: { type: "string" },
  },
}).values;
if (!table || !key || !purpose?.trim() || !out) throw new Error(usage);
const keyText = readFileSync(key, "utf8");
const noteKey = parseNoteKey(keyText);
if (!noteKey) throw new Error(`${key} is no key of heads`);
const since = checkpoint === undefined ? undefined : readHead(readFileSync(checkpoint, "utf8"), noteKey);
if (typeof since === "string") throw new Error(`${checkpoint}: ${since}`);
const request = { file: out, purpose: purpose.trim(), now: new Date().toISOString(), key: keyText, since };
const { parts } = await writeExport(openStore({ tableName: table }), request);
for (const { name, bytes, sha256 } of parts) console.log(`${sha256} ${bytes} ${name}`);
