import { setTimeout } from "node:timers/promises";
import { HoldsOtherError } from "./contentMarker.ts";
import { DamagedDataError } from "./damage.ts";
import { DataDirBusyError } from "./dataDir.ts";
import { NoEngineError } from "./engine/noEngine.ts";
import { PortBusyError } from "./listen.ts";
import { Shutdown } from "./shutdown.ts";

const settleMs = 5_000;
const noRoom =
  "The disk that holds the data directory is full, and nothing was changed. Free some space and start again.";

type Report = (line: string) => void;
type Kind = new (...args: never[]) => Error;
type Running = {
  start: (shutdown: Shutdown, report: Report) => Promise<string>;
  /** Errors of this program whose messages say what to do, beside those of every one. */
  asked?: readonly Kind[];
};

/** Runs a product until it is told to end; what cannot start says why and ends with a code: 2 where it was asked wrongly. */
export async function runProduct({ start, asked = [] }: Running): Promise<void> {
  const report = (line: string) => console.log(line);
  const shutdown = new Shutdown();
  const starting = start(shutdown, report);
  const end = (code: number) => endOf(shutdown, starting, code);
  // Ctrl-C reaches this process twice under npm: from the terminal and from npm.
  process.on("SIGTERM", () => void end(0));
  process.on("SIGINT", () => void end(0));
  const wrong: readonly Kind[] = [HoldsOtherError, ...asked];
  try {
    report(`ready ${await starting}`);
    endWithNpm(() => end(0));
  } catch (error) {
    if (shutdown.hasBegun) return;
    const expected = [PortBusyError, DataDirBusyError, NoEngineError, DamagedDataError, ...wrong];
    const isExpected = error instanceof Error && expected.some((each) => error instanceof each);
    console.error(isExpected ? error.message : hasNoRoom(error) ? noRoom : error);
    await end(wrong.some((each) => error instanceof each) ? 2 : 1);
  }
}

function hasNoRoom(error: unknown): boolean {
  if (error instanceof Error && error.name === "StoreFullError") return true;
  return error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code));
}

/** A start that is still under way is undone as far as it has come, and then what it begins meanwhile. */
async function endOf(shutdown: Shutdown, starting: Promise<unknown>, code: number): Promise<void> {
  await shutdown.run();
  await Promise.race([starting.catch(() => {}), setTimeout(settleMs)]);
  await shutdown.run();
  process.exit(code);
}

/** A killed npm tells its child nothing: without it nobody would know that this still runs. */
function endWithNpm(end: () => Promise<void>): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void end();
  }, 200).unref();
}
