// Proves the AWS stacks without AWS: types against SST's own sources, then synth and rules. Ends with one plain line.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { heldAgainst, processorSeconds, ran, watchPace } from "./budget.mjs";
import { foundIn } from "./found.mjs";
import { infraSeconds } from "./stages.mjs";

const root = join(import.meta.dirname, "..");
const isCi = process.env.CI === "true";
const run = (...args) => ran(process.execPath, args, { cwd: root });
const bin = (name) => join(root, "node_modules", name);

const endOfWatch = watchPace();
const before = [
  [".ci/infraInstall.mjs"],
  [bin("typescript/bin/tsc"), "-p", "stacks"],
  [bin("typescript/bin/tsc"), "-p", "stacks/test"],
  ["packages/web/build.ts"],
];
for (const each of before) {
  if ((await run(...each)) === 0) continue;
  console.log(`${each.join(" ")} failed\n0 passed, 1 failed`);
  process.exit(1);
}
const report = join(mkdtempSync(join(tmpdir(), "dunmiao-infra-")), "report.json");
const status = await run(
  bin("vitest/vitest.mjs"),
  "run",
  "--config",
  "stacks/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);
const found = foundIn(report, status);
const { line, isRefused } = heldAgainst("infra", processorSeconds(), infraSeconds, endOfWatch());
console.log(line);
if (isRefused) {
  found.failed += 1;
  found.failures.push("infra is over its budget");
}
for (const failure of found.failures) console.log(failure);
if (isCi && found.skipped > 0) console.log("In CI a skipped test is a failure.");
const skipped = found.skipped > 0 ? `, ${found.skipped} skipped` : "";
console.log(`${found.passed} passed, ${found.failed} failed${skipped}`);
process.exitCode = found.failed > 0 || (isCi && found.skipped > 0) ? 1 : 0;
