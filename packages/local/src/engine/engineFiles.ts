import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { endpointOf, isOutOfReach } from "./engineAddress.ts";
import { refuseDamage } from "./engineDamage.ts";
import { dataFileOf, type EngineKind, type EngineName, engineNames } from "./engineKinds.ts";
import { enginesUsing } from "./engineOrphans.ts";
import { answers, endProcess, isGone, launch, launchOnFreePort, type Serving } from "./engineProcess.ts";
import { NoEngineError } from "./noEngine.ts";
import { indexStream } from "./streamIndex.ts";

const noteSchema = z.object({ name: z.enum(engineNames), pid: z.int(), host: z.string(), port: z.int() });

/**
 * Starts an engine on the files under a directory that this process holds, or takes over the one that serves them.
 * The note beside them names the engine's process and port, for the next start.
 * @throws NoEngineError when the files belong to the other engine
 */
export async function startOnFiles(kind: EngineKind, dir: string): Promise<Restartable> {
  refuseFilesOfAnother(kind.name, dir);
  const noteFile = join(dir, "engine.json");
  const dataFile = dataFileOf(kind.name, dir);
  const how = { kind, dataDir: dir, logFile: join(dir, "engine.log") };
  mkdirSync(dirname(dataFile), { recursive: true });
  const found = await takeOver(noteFile, dataFile);
  if (!found) refuseDamage(kind.name, dir);
  const { host, port, ...first } = found ?? (await launchOnFreePort(how));
  let { pid } = first;
  const remember = () => writeNote(noteFile, { name: kind.name, pid, host, port });
  remember();
  indexStream(kind.name, dir);
  return {
    host,
    port,
    get pid() {
      return pid;
    },
    restart: async () => {
      for (const other of new Set([pid, ...(enginesUsing(dataFile) ?? [])])) await endProcess(other, 0);
      pid = await launch(how, { host, port });
      remember();
    },
    stop: async () => {
      await endProcess(pid);
      rmSync(noteFile, { force: true });
    },
  };
}

/** `restart` ends what is left of the engine and starts it again on the same files, at the same address. */
export type Restartable = Serving & { restart(): Promise<void> };

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
  const isFit = isOurs && isOutOfReach(note.name, note.port) && (await answers(endpointOf(note)));
  const reused = isFit ? note : undefined;
  for (const pid of using ?? []) if (pid !== reused?.pid) await endProcess(pid);
  return reused;
}

/** In one step: whoever reads it meanwhile, or after a kill, finds the old note or the new one. */
function writeNote(noteFile: string, note: z.infer<typeof noteSchema>): void {
  writeFileSync(`${noteFile}.new`, JSON.stringify(note));
  renameSync(`${noteFile}.new`, noteFile);
}

function readNote(noteFile: string): z.infer<typeof noteSchema> | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile, "utf8")));
  } catch {
    return undefined;
  }
}
