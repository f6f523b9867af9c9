// Runs every test, stage after stage, and ends with one plain line. Says what is missing on this machine and therefore
// not tested. Paths given as arguments are run as one stage without a budget.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stages } from "./stages.mjs";

const root = join(import.meta.dirname, "..");
const isCi = process.env.CI === "true";
const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const engine =
  process.env.DUNMIAO_ENGINE ?? "the embedded engine (DynamoDB Local where there is none for this platform)";
const paths = process.argv.slice(2);

console.log(`Tests of ${paths.length > 0 ? paths.join(" ") : "all packages"} on ${engine}.`);
if (!existsSync(browser)) {
  console.log(
    `No browser at ${browser}: browser tests are skipped (set CHROMIUM_PATH, or install Chromium).`,
  );
  if (isCi) {
    console.log("In CI that is a failure.\n0 passed, 1 failed");
    process.exit(1);
  }
}

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", env: process.env }).status ?? 1;
const built = run(process.execPath, ["packages/web/build.ts"]);
if (built !== 0) process.exit(built);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of paths.length > 0 ? [{ name: "chosen", include: paths }] : stages) runStage(stage);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
if (isCi && total.skipped > 0) console.log("In CI a skipped test is a failure.");
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || (isCi && total.skipped > 0) ? 1 : 0;

/** One run of the test runner; adds what it found, and a failure when it took more than half over its budget. */
function runStage({ name, include, exclude = [], seconds }) {
  console.log(`== ${name}`);
  const report = join(mkdtempSync(join(tmpdir(), "dunmiao-test-")), "report.json");
  const before = processorSeconds();
  const status = run(process.execPath, [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...exclude.flatMap((each) => ["--exclude", `${each}/**`]),
    ...include,
  ]);
  const found = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = found;
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  total.passed += numPassedTests;
  total.skipped += numPendingTests;
  total.failed += failed + (status !== 0 && failed === 0 ? 1 : 0);
  sayTime(name, processorSeconds() - before, seconds);
}

/** Processor time, not what the clock says: a busy machine makes no stage dearer. */
function sayTime(name, used, budget) {
  if (Number.isNaN(used)) return;
  const of = budget === undefined ? "" : ` of ${budget}`;
  console.log(`${name}: ${Math.round(used)}${of} seconds of processor time`);
  if (budget === undefined || used <= budget * 1.5) return;
  console.log(
    `${name} takes more than half over its budget (.ci/stages.mjs)${isCi ? "" : ": CI refuses it"}`,
  );
  if (isCi) total.failed += 1;
}

/** Of all processes that ended under this one; only Linux tells. */
function processorSeconds() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    // The kernel counts in hundredths of a second, whatever its own clock does.
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return Number.NaN;
  }
}
