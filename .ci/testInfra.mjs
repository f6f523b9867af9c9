// Proves the AWS stacks without AWS: types against SST's own sources, then synth and rules. Ends with one plain line.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const run = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env: process.env }).status ?? 1;
const bin = (name) => join(root, "node_modules", name);

const before = [
  [".ci/infraInstall.mjs"],
  [bin("typescript/bin/tsc"), "-p", "stacks"],
  [bin("typescript/bin/tsc"), "-p", "stacks/test"],
  ["packages/web/build.ts"],
];
for (const each of before) {
  if (run(...each) === 0) continue;
  console.log(`${each.join(" ")} failed\n0 passed, 1 failed`);
  process.exit(1);
}
const report = join(mkdtempSync(join(tmpdir(), "dunmiao-infra-")), "report.json");
const status = run(
  bin("vitest/vitest.mjs"),
  "run",
  "--config",
  "stacks/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);
const read = () => JSON.parse(readFileSync(report, "utf8"));
const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? read() : {};
const failed = numFailedTests || (status === 0 ? 0 : 1);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
