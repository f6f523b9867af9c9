import { parseArgs } from "node:util";
import { smokeTest } from "./smokeTest.ts";

const { url = "http://127.0.0.1:3000", closed } = parseArgs({
  options: { url: { type: "string" }, closed: { type: "boolean", default: false } },
}).values;
const checked = await smokeTest(url, closed ? "closed" : "open");
for (const { what, isMet, found } of checked) console.log(`${isMet ? "pass" : "FAIL"}  ${what} (${found})`);
process.exitCode = checked.every(({ isMet }) => isMet) ? 0 : 1;
