// Runs every test and ends with one plain line. Says what is missing on this machine and therefore not tested.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const engine =
  process.env.DUNMIAO_ENGINE ?? "the embedded engine (DynamoDB Local where there is none for this platform)";
console.log(`Tests of all packages on ${engine}.`);
if (!existsSync(browser)) {
  console.log(
    `No browser at ${browser}: browser tests are skipped (set CHROMIUM_PATH, or install Chromium).`,
  );
  if (process.env.CI === "true") {
    console.log("In CI that is a failure.\n0 passed, 1 failed");
    process.exit(1);
  }
}

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", env: process.env }).status ?? 1;
const built = run(process.execPath, ["packages/web/build.ts"]);
if (built !== 0) process.exit(built);
const report = join(mkdtempSync(join(tmpdir(), "dunmiao-test-")), "report.json");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const status = run(process.execPath, [
  vitest,
  "run",
  "--config",
  "vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  testResults = [],
} = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
const brokenFiles = testResults.filter(
  (file) => file.status === "failed" && file.assertionResults.length === 0,
).length;
const failed = numFailedTests + brokenFiles + (status !== 0 && numFailedTests + brokenFiles === 0 ? 1 : 0);
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;
