import { setTimeout } from "node:timers/promises";
import { DamagedDataError } from "./damage.ts";
import { DataDirBusyError } from "./dataDir.ts";
import { HoldsDemoError } from "./demoMarker.ts";
import { ClockAheadError } from "./desk/clock.ts";
import { NoEngineError } from "./engine/noEngine.ts";
import { PortBusyError } from "./listen.ts";
import { help, type Options, readOptions } from "./options.ts";
import { startProduct } from "./product.ts";
import { Shutdown } from "./shutdown.ts";

const settleMs = 5_000;
const noRoom =
  "The disk that holds the data directory is full, and nothing was changed. Free some space and start again.";
const report = (line: string) => console.log(line);
const shutdown = new Shutdown();

const options = readOptions(process.argv.slice(2), process.env);
if (options === "help") report(help);
else if ("wrong" in options) {
  console.error(`${options.wrong}\n\n${help}`);
  process.exitCode = 2;
} else {
  report("Dunmiao, a demonstration: no real sign-in, no AWS, for one person at one machine.");
  await run(options);
}

async function run(wanted: Options): Promise<void> {
  const starting = startProduct(wanted, shutdown, report);
  // Ctrl-C reaches this process twice under npm: from the terminal and from npm.
  process.on("SIGTERM", () => void end(0, starting));
  process.on("SIGINT", () => void end(0, starting));
  try {
    report(`ready ${await starting}`);
    endWithNpm(starting);
  } catch (error) {
    if (shutdown.hasBegun) return;
    console.error(isExpected(error) ? error.message : hasNoRoom(error) ? noRoom : error);
    await end(error instanceof ClockAheadError || error instanceof HoldsDemoError ? 2 : 1, starting);
  }
}

function hasNoRoom(error: unknown): boolean {
  if (error instanceof Error && error.name === "StoreFullError") return true;
  return error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code));
}

function isExpected(error: unknown): error is Error {
  return [
    PortBusyError,
    DataDirBusyError,
    NoEngineError,
    DamagedDataError,
    ClockAheadError,
    HoldsDemoError,
  ].some((each) => error instanceof each);
}

/** A start that is still under way is undone as far as it has come, and then what it begins meanwhile. */
async function end(code: number, starting: Promise<unknown>): Promise<void> {
  await shutdown.run();
  await Promise.race([starting.catch(() => {}), setTimeout(settleMs)]);
  await shutdown.run();
  process.exit(code);
}

/** A killed npm tells its child nothing: without it nobody would know that this still runs. */
function endWithNpm(starting: Promise<unknown>): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void end(0, starting);
  }, 200).unref();
}
