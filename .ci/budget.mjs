// Processor time, not what the clock says, in units of the machine at home: neither a busy nor a slow machine makes a
// stage dearer than its budget.
import { spawn } from "node:child_process";
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

/** What one `pieceOfWork` takes on the machine that the budgets were measured on, nothing beside it, in milliseconds. */
const atHome = 102;
const everyMilliseconds = 5_000;

/**
 * Watches how many times longer than at home this machine needs for the same work while a stage runs: a core that shares
 * its caches or its halves with a busy neighbour needs up to twice the processor time, and only while it is busy. The
 * function that it returns ends the watch and answers the mean, never below 1.
 */
export function watchPace() {
  const places = new Uint32Array(16 * 1024 * 1024);
  for (let at = 0; at < places.length; at += 1) places[at] = Math.imul(at, 2_654_435_761) >>> 8;
  const taken = [];
  const take = () => {
    const before = process.cpuUsage();
    pieceOfWork(places);
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1_000);
  };
  // The first one is slower: nothing is compiled yet.
  pieceOfWork(places);
  const watch = setInterval(take, everyMilliseconds);
  return () => {
    clearInterval(watch);
    take();
    return Math.max(1, taken.reduce((sum, each) => sum + each, 0) / taken.length / atHome);
  };
}

/** What tests mostly do: texts are written, read and hashed, and memory is asked for what no cache holds. */
function pieceOfWork(places) {
  const rows = Array.from({ length: 500 }, (_, at) => ({
    id: `row-${at}`,
    days: [at, at / 2],
    name: "墩苗",
  }));
  let hash = "";
  for (let time = 0; time < 60; time += 1) {
    const text = JSON.stringify({ hash, rows });
    hash = createHash("sha256")
      .update(JSON.stringify(JSON.parse(text)))
      .digest("hex");
  }
  let at = Number.parseInt(hash.slice(0, 6), 16);
  for (let step = 0; step < 400_000; step += 1) at = (places[at] + step) % places.length;
  return at;
}

/**
 * What a stage took of its budget, as a line (both in seconds of processor time, the budget times how slow the machine
 * was), and whether CI refuses it: half as much again.
 */
export function heldAgainst(name, used, budget, slow) {
  if (Number.isNaN(used)) return { line: `${name}: processor time is not told here`, isRefused: false };
  const allowed = budget === undefined ? undefined : budget * slow;
  const of = allowed === undefined ? "" : ` of ${Math.round(allowed)}`;
  const why =
    allowed !== undefined && slow > 1.05
      ? ` (${budget} at home, this machine takes ${slow.toFixed(2)} times as long)`
      : "";
  const isOver = allowed !== undefined && used > allowed * 1.5;
  const over = isOver ? "; more than half over its budget (.ci/stages.mjs): CI refuses it" : "";
  return {
    line: `${name}: ${Math.round(used)}${of} seconds of processor time${why}${over}`,
    isRefused: isOver && process.env.CI === "true",
  };
}

/** Runs a command to its end, with this process's own output, and answers its exit status; unlike `spawnSync` it lets a watch go on. */
export function ran(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.once("error", () => resolve(1));
    child.once("exit", (status) => resolve(status ?? 1));
  });
}
