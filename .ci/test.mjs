// Runs every test, stage after stage, and ends with one plain line. Says what is missing on this machine and therefore
// not tested. Paths given as arguments are run as one stage without a budget.
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { heldAgainst, processorSeconds, ran as run, watchPace } from "./budget.mjs";
import { foundIn } from "./found.mjs";
import { secondEngine, stages } from "./stages.mjs";

const root = join(import.meta.dirname, "..");
const isCi = process.env.CI === "true";
const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const engine =
  process.env.DUNMIAO_ENGINE ?? "the embedded engine (DynamoDB Local where there is none for this platform)";
const paths = process.argv.slice(2);
const isSecond = paths[0] === "--second-engine";

const chosen = isSecond ? secondEngine : paths.length > 0 && { name: "chosen", include: paths };
console.log(
  `Tests of ${isSecond ? "what engines differ in" : paths.join(" ") || "all packages"} on ${engine}.`,
);
if (!existsSync(browser)) {
  console.log(
    `No browser at ${browser}: browser tests are skipped (set CHROMIUM_PATH, or install Chromium).`,
  );
  if (isCi) {
    console.log("In CI that is a failure.\n0 passed, 1 failed");
    process.exit(1);
  }
}

const built = await run(process.execPath, ["packages/web/build.ts"], { cwd: root });
if (built !== 0) process.exit(built);

const total = { passed: 0, failed: 0, skipped: 0 };
const ran = [];
const failures = [];
const taken = [];
for (const stage of chosen ? [chosen] : stages) await runStage(stage);
for (const file of chosen ? [] : forgotten()) {
  failures.push(`${relative(root, file)}: no stage runs it (.ci/stages.mjs)`);
  total.failed += 1;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
for (const line of [...taken, ...failures]) console.log(line);
if (isCi && total.skipped > 0) console.log("In CI a skipped test is a failure.");
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || (isCi && total.skipped > 0) ? 1 : 0;

/** One run of the test runner; adds what it found, and a failure when it took more than half over its budget. */
async function runStage({ name, include, exclude = [], seconds }) {
  console.log(`== ${name}`);
  const report = join(mkdtempSync(join(tmpdir(), "dunmiao-test-")), "report.json");
  const [before, endOfWatch] = [processorSeconds(), watchPace()];
  const args = [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...exclude.flatMap((each) => ["--exclude", `${each}/**`]),
    ...include,
  ];
  const status = await run(process.execPath, args, { cwd: root });
  const slow = endOfWatch();
  const found = foundIn(report, status);
  for (const each of ["passed", "failed", "skipped"]) total[each] += found[each];
  ran.push(...found.files);
  failures.push(...found.failures);
  const used = processorSeconds() - before;
  const { line, isRefused } = heldAgainst(name, used, seconds, slow);
  console.log(line);
  taken.push(line);
  if (!isRefused) return;
  total.failed += 1;
  failures.push(`${name} is over its budget`);
}

/** Test files that no stage ran: a new package has to be named in one. */
function forgotten() {
  const tests = readdirSync(join(root, "packages")).flatMap((name) =>
    filesUnder(join(root, "packages", name, "test")),
  );
  return tests.filter((file) => /\.test\.tsx?$/.test(file) && !ran.includes(file));
}

function filesUnder(dir) {
  return existsSync(dir) ? readdirSync(dir, { recursive: true }).map((name) => join(dir, name)) : [];
}
