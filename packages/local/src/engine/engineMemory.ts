import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineKind } from "./engineKinds.ts";
import { endProcess, isGone, launchOnFreePort, type Serving } from "./engineProcess.ts";
import { indexStream } from "./streamIndex.ts";

/** The scratch files of a whole run of tests are gigabytes written, and a few hundred megabytes at the end. */
const enoughBytes = 2 ** 31;

/** Where files that nobody keeps are written: memory where this machine offers enough as files, or else its disk. */
function scratchRoot(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughBytes ? memory : tmpdir();
}

/** Starts an engine that keeps nothing: it ends with this process. Dynoxide writes to a scratch file, which can be indexed. */
export async function startInMemory(kind: EngineKind): Promise<Serving> {
  const scratch = mkdtempSync(join(scratchRoot(), "dunmiao-engine-"));
  const files = kind.name === "dynoxide" ? { dataDir: scratch } : {};
  const { pid, ...at } = await launchOnFreePort({ kind, logFile: join(scratch, "engine.log"), ...files });
  indexStream(kind.name, scratch);
  const endAtOnce = () => {
    if (!isGone(pid)) process.kill(pid, "SIGKILL");
    rmSync(scratch, { recursive: true, force: true });
  };
  process.once("exit", endAtOnce);
  const stop = async () => {
    process.off("exit", endAtOnce);
    await endProcess(pid, 0);
    rmSync(scratch, { recursive: true, force: true });
  };
  return { pid, ...at, stop };
}
