// Processor time, not what the clock says: a busy machine makes no stage dearer.
import { readFileSync } from "node:fs";

/** Seconds of all processes that ended under this one; NaN where the system does not tell (only Linux does). */
export function processorSeconds() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    // The kernel counts in hundredths of a second, whatever its own clock does.
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** Says what a stage took of its budget; answers whether CI refuses it: half as much again. */
export function isOverBudget(name, used, budget) {
  if (Number.isNaN(used)) return false;
  const of = budget === undefined ? "" : ` of ${budget}`;
  console.log(`${name}: ${Math.round(used)}${of} seconds of processor time`);
  if (budget === undefined || used <= budget * 1.5) return false;
  console.log(`${name} takes more than half over its budget (.ci/stages.mjs): CI refuses it`);
  return process.env.CI === "true";
}
