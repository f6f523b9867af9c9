import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { damaged, isDamage } from "./damage.ts";

/** A data directory that this process alone may use until `release()`; `path` is absolute and free of links. */
export type DataDir = { path: string; release(): void };

/** The data directory belongs to another running process. The message says which and what to do. */
export class DataDirBusyError extends Error {
  override name = "DataDirBusyError";
}

/**
 * Takes the data directory for this process, creating it if needed.
 * The lock is one of the operating system's, taken through SQLite: it ends with the process, also by kill −9,
 * so that there is no stale lock to judge. `holder.pid` only serves the message.
 * `mode`: who may look into a directory that is created here.
 * @throws DataDirBusyError when another process (or this one) holds it already
 */
export function holdDataDir(dir: string, mode?: number): DataDir {
  mkdirSync(dir, { recursive: true, ...(mode !== undefined && { mode }) });
  const path = realpathSync(dir);
  const lock = new DatabaseSync(join(path, "lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isDamage(error)) throw damaged(join(path, "lock"), "is no lock", "Nothing is kept in it: remove it.");
    throw isLocked(error) ? new DataDirBusyError(busyMessage(path), { cause: error }) : error;
  }
  const holder = join(path, "holder.pid");
  writeFileSync(holder, String(process.pid));
  return {
    path,
    release() {
      if (!lock.isOpen) return;
      rmSync(holder, { force: true });
      lock.close();
    },
  };
}

const SQLITE_BUSY = 5;

function isLocked(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

function busyMessage(path: string): string {
  return [
    `The data directory ${path} is in use by another running Dunmiao (${holderOf(path)}).`,
    "Stop that one first, or start this one with another DATA_DIR and PORT.",
  ].join("\n");
}

function holderOf(path: string): string {
  try {
    return `process ${readFileSync(join(path, "holder.pid"), "utf8")}`;
  } catch {
    return "process unknown";
  }
}
