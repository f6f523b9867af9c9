// What a run of the test runner found, by its report, for the stages and for the stacks.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/**
 * Counts a report, and names what did not pass. A file whose hook or import failed counts as failed with every test that
 * therefore did not run: the runner itself calls those tests skipped. A run that failed and left no failure in its report
 * counts as one.
 */
export function foundIn(report, status) {
  const files = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const found = { passed: 0, failed: 0, skipped: 0, files: files.map(({ name }) => name), failures: [] };
  for (const file of files) {
    const by = (state) => file.assertionResults.filter(({ status: each }) => each === state).length;
    const unrun = file.assertionResults.filter(({ status: each }) => !["passed", "failed"].includes(each));
    const isBroken = file.status === "failed" && by("failed") === 0;
    const where = relative(process.cwd(), file.name);
    if (isBroken)
      found.failures.push(`${where}: failed outside its tests, ${unrun.length} of them did not run`);
    else for (const { fullName } of unrun) found.failures.push(`${where}: skipped: ${fullName}`);
    for (const { fullName, status: each } of file.assertionResults)
      if (each === "failed") found.failures.push(`${where}: ${fullName}`);
    found.passed += by("passed");
    found.failed += by("failed") + (isBroken ? Math.max(1, unrun.length) : 0);
    found.skipped += isBroken ? 0 : unrun.length;
  }
  if (status !== 0 && found.failed === 0) {
    found.failed = 1;
    found.failures.push("the test runner failed outside every file");
  }
  return found;
}
