import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { refuseDamagedFile } from "../damage.ts";
import { dataFileOf, engineNames } from "../engine/engineKinds.ts";
import { type About, readArchive } from "./archive.ts";

/** It is not restored over what is there. The message says what to do. */
export class RestoreError extends Error {
  override readonly name = "RestoreError";
}

/**
 * Puts a backup into an empty data directory, or one that does not exist yet; of one that is damaged nothing is left.
 * @throws RestoreError, DamagedBackupError, DamagedDataError
 */
export function restore(file: string, dataDir: string): About {
  if (!existsSync(file)) throw new RestoreError(`There is no file ${file}.`);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new RestoreError(
      `${dataDir} is not empty, and a backup is never put over data: choose an empty DATA_DIR, or move that one away.`,
    );
  const waiting = join(dataDir, "engine.restored");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    const about = readArchive(file, (name) => (name === "engine" ? waiting : join(dataDir, name)));
    const engine = z.enum(engineNames).parse(about.engine);
    const dataFile = dataFileOf(engine, dataDir);
    mkdirSync(dirname(dataFile), { recursive: true });
    renameSync(waiting, dataFile);
    refuseDamagedFile(dataFile, true);
    return about;
  } catch (error) {
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
    throw error;
  }
}
