import { parseArgs } from "node:util";
import { openStore } from "@dunmiao/store/engine/client";
import { holdClaims } from "./holdClaims.ts";

const { table } = parseArgs({ options: { table: { type: "string" } } }).values;
if (!table) throw new Error("Which table? npm run claims -- --table dunmiao-production-records");
const { officers, written, dropped, alike } = await holdClaims(openStore({ tableName: table }));
for (const [number, other] of alike)
  console.log(`officers ${number} and ${other} may be one person: merge the numbers if they are`);
console.log(`${officers} officers, ${written} claims written, ${dropped} numbers taken out of claims`);
