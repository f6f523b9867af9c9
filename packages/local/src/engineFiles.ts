import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { dataFileOf, type EngineKind, type EngineName, engineNames } from "./engineKinds.ts";
import { enginesUsing } from "./engineOrphans.ts";
import { answers, endProcess, isGone, launchOnFreePort, type Serving } from "./engineProcess.ts";
import { NoEngineError } from "./noEngine.ts";
import { indexStream } from "./streamIndex.ts";

const noteSchema = z.object({ name: z.enum(engineNames), pid: z.int(), port: z.int() });

/**
 * Starts an engine on the files under a directory that this process holds, or takes over the one that serves them.
 * The note beside them names the engine's process and port, for the next start.
 * @throws NoEngineError when the files belong to the other engine
 */
export async function startOnFiles(kind: EngineKind, dir: string): Promise<Serving> {
  refuseFilesOfAnother(kind.name, dir);
  const noteFile = join(dir, "engine.json");
  mkdirSync(dirname(dataFileOf(kind.name, dir)), { recursive: true });
  const found = await takeOver(noteFile, dataFileOf(kind.name, dir));
  const { pid, port } =
    found ?? (await launchOnFreePort({ kind, dataDir: dir, logFile: join(dir, "engine.log") }));
  writeFileSync(noteFile, JSON.stringify({ name: kind.name, pid, port }));
  indexStream(kind.name, dir);
  const stop = async () => {
    await endProcess(pid);
    rmSync(noteFile, { force: true });
  };
  return { pid, port, stop };
}

/** The engine whose files are in the directory, `undefined` in a new one. */
export function writtenBy(dir: string): EngineName | undefined {
  return engineNames.find((name) => existsSync(dataFileOf(name, dir)));
}

function refuseFilesOfAnother(name: EngineName, dir: string): void {
  const writer = writtenBy(dir);
  if (!writer || writer === name) return;
  throw new NoEngineError(
    `The data in ${dir} was written by ${writer}, and ${name} cannot read it. Set DUNMIAO_ENGINE=${writer}, or choose another DATA_DIR.`,
  );
}

/**
 * Reuses the engine that the note describes if it is ours and still answers, and ends every other one on the same file.
 * Where the machine cannot say which process uses the file, one that answers on the noted port is taken for ours, and
 * none is ended: a process number may have passed to a stranger.
 */
async function takeOver(noteFile: string, dataFile: string): Promise<z.infer<typeof noteSchema> | undefined> {
  const note = readNote(noteFile);
  const using = enginesUsing(dataFile);
  const isOurs = note && !isGone(note.pid) && (using?.includes(note.pid) ?? true);
  const reused = isOurs && (await answers(`http://127.0.0.1:${note.port}`)) ? note : undefined;
  for (const pid of using ?? []) if (pid !== reused?.pid) await endProcess(pid);
  return reused;
}

function readNote(noteFile: string): z.infer<typeof noteSchema> | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile, "utf8")));
  } catch {
    return undefined;
  }
}
