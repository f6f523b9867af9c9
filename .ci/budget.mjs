// Processor time, not what the clock says, in units of this machine: neither a busy nor a slow machine makes a stage
// dearer than its budget.
import { createHash } from "node:crypto";
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

/** What `pieceOfWork` took on the machine that the budgets were measured on, in seconds of processor time. */
const atHome = 0.48;

/**
 * How many times longer than at home this machine needs for the same work just now; never below 1. A core that shares
 * its caches with a busy neighbour, as on a rented machine, needs up to twice the processor time for it.
 */
export function slowness() {
  pieceOfWork(20);
  const before = process.cpuUsage();
  pieceOfWork(800);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1_000_000 / atHome);
}

/** What tests mostly do: texts are written, read and hashed. */
function pieceOfWork(times) {
  const rows = Array.from({ length: 500 }, (_, at) => ({
    id: `row-${at}`,
    days: [at, at / 2],
    name: "墩苗",
  }));
  let hash = "";
  for (let time = 0; time < times; time += 1) {
    const text = JSON.stringify({ hash, rows });
    hash = createHash("sha256")
      .update(JSON.stringify(JSON.parse(text)))
      .digest("hex");
  }
  return hash;
}

/**
 * Says what a stage took of its budget (both in seconds of processor time, the budget times how slow the machine is);
 * answers whether CI refuses it: half as much again.
 */
export function isOverBudget(name, used, budget, slow) {
  if (Number.isNaN(used)) return false;
  const allowed = budget === undefined ? undefined : budget * slow;
  const of = allowed === undefined ? "" : ` of ${Math.round(allowed)}`;
  const why = slow > 1.05 ? ` (${budget} at home, this machine takes ${slow.toFixed(2)} times as long)` : "";
  console.log(`${name}: ${Math.round(used)}${of} seconds of processor time${why}`);
  if (allowed === undefined || used <= allowed * 1.5) return false;
  console.log(`${name} takes more than half over its budget (.ci/stages.mjs): CI refuses it`);
  return process.env.CI === "true";
}
