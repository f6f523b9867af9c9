import { parseArgs } from "node:util";
import { openStore } from "@dunmiao/store/engine/client";
import { verifyTable } from "./verifyTable.ts";

const { table } = parseArgs({ options: { table: { type: "string" } } }).values;
if (!table) throw new Error("Which table? npm run verify -- --table dunmiao-production-records");
const { checked, faults, recounting } = await verifyTable(openStore({ tableName: table }), (sofar) =>
  console.log(`${sofar} records …`),
);
for (const { kind, id, version, fault } of faults)
  console.log(`${kind} ${id}${version === undefined ? "" : ` at version ${version}`}: ${fault}`);
for (const [notice, records] of Object.entries(recounting))
  console.log(
    `notice ${notice} is not recounted to the end: ${records} records stand as before it, no fault`,
  );
if (faults.some((each) => each.kind === "officer" && /^(?:number|facts)-claim$/.test(each.fault)))
  console.log(`npm run claims -- --table ${table} writes the claims that officers do not hold`);
console.log(`${checked} records checked, ${faults.length} faults`);
process.exitCode = faults.length > 0 || checked === 0 ? 1 : 0;
