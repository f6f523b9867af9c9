import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineKind } from "./engineKinds.ts";
import { endProcess, isGone, launchOnFreePort, type Serving } from "./engineProcess.ts";
import { indexStream } from "./streamIndex.ts";

/** Starts an engine that keeps nothing: it ends with this process. Dynoxide writes to a scratch file, which can be indexed. */
export async function startInMemory(kind: EngineKind): Promise<Serving> {
  const scratch = mkdtempSync(join(tmpdir(), "dunmiao-engine-"));
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
