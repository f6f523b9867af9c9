import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** A file of the data directory cannot be what was written there. The message says what to do. */
export class DamagedDataError extends Error {
  override readonly name = "DamagedDataError";
}

/** The refusal to work on a damaged file; `advice` is for files that can be done without. */
export function damaged(file: string, what: string, advice?: string): DamagedDataError {
  return new DamagedDataError(
    [
      `The data are damaged: ${file} ${what}. Nothing was started and nothing was changed.`,
      advice ??
        "Put the whole directory back from a backup (the file together with those beside it that end in -wal and -shm).",
      "To begin without these data, move the directory away or choose another DATA_DIR.",
    ].join("\n"),
  );
}

/** Above it a whole check would hold up the start: then the file's head and length are looked at. */
const wholeCheckBytes = 256 * 1024 * 1024;
const magic = "SQLite format 3\0";

/**
 * Refuses an SQLite file that SQLite would take for an empty one, or read wrongly. `wasFilled`: something was written
 * to it once, so that a missing or empty file is no new one.
 * @throws DamagedDataError
 */
export function refuseDamagedFile(file: string, wasFilled: boolean): void {
  const size = existsSync(file) ? statSync(file).size : undefined;
  if (!size && wasFilled) throw damaged(file, size === undefined ? "is not there any more" : "was emptied");
  if (!size) return;
  const head = headOf(file);
  if (head.toString("latin1", 0, magic.length) !== magic) throw damaged(file, "is no database of the engine");
  const isJournaled = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (!isJournaled && size < pagesOf(head)) throw damaged(file, "was cut off");
  if (size <= wholeCheckBytes) refuseUnlessSound(file);
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(100);
  const opened = openSync(file, "r");
  readSync(opened, head, 0, head.length, 0);
  closeSync(opened);
  return head;
}

/** Bytes that the head says the file has (SQLite file format, 1.3). */
function pagesOf(head: Buffer): number {
  const pageSize = head.readUInt16BE(16);
  return (pageSize === 1 ? 65_536 : pageSize) * head.readUInt32BE(28);
}

function refuseUnlessSound(file: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 2_000 });
    const [found] = Object.values(database.prepare("PRAGMA quick_check(1)").get() ?? {});
    if (found !== "ok")
      throw damaged(file, `does not hold together (${String(found).replace(/\s+/g, " ").slice(0, 200)})`);
  } catch (error) {
    throw isDamage(error) ? damaged(file, `cannot be read (${error.message})`) : error;
  } finally {
    database?.close();
  }
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** SQLite says that the file is malformed or no database at all. */
export function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return [SQLITE_CORRUPT, SQLITE_NOTADB].includes(Number(error.errcode) & 0xff);
}
