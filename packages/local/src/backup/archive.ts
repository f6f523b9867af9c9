import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";

/** A part of a file, small enough to be held in memory. */
const partBytes = 8 * 1024 * 1024;
const partSchema = z.object({ bytes: z.instanceof(Uint8Array) });
const fileSchema = z.object({ name: z.string().regex(/^[a-z0-9.-]+$/), size: z.int(), sha256: z.string() });
const aboutSchema = z.object({ takenAt: z.iso.datetime(), engine: z.string(), records: z.int() });
/** When a backup was taken, on which engine, and how many records were verified in it. */
export type About = z.infer<typeof aboutSchema>;

/** A file that cannot be the backup that was written. The message says what to do. */
export class DamagedBackupError extends Error {
  override readonly name = "DamagedBackupError";
}

/** Packs files into one, each with its SHA-256; `name` is the file's own in the data directory. */
export function writeArchive(
  file: string,
  about: About,
  files: readonly { name: string; path: string }[],
): void {
  const archive = new DatabaseSync(file);
  archive.exec(`PRAGMA journal_mode = OFF; BEGIN;
    CREATE TABLE about (takenAt TEXT, engine TEXT, records INTEGER);
    CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER, sha256 TEXT);
    CREATE TABLE parts (name TEXT, no INTEGER, bytes BLOB, PRIMARY KEY (name, no));`);
  archive.prepare("INSERT INTO about VALUES (?, ?, ?)").run(about.takenAt, about.engine, about.records);
  const addPart = archive.prepare("INSERT INTO parts VALUES (?, ?, ?)");
  for (const { name, path } of files) {
    const sha256 = createHash("sha256");
    let no = 0;
    for (const bytes of partsOf(path)) {
      sha256.update(bytes);
      addPart.run(name, no, bytes);
      no += 1;
    }
    archive
      .prepare("INSERT INTO files VALUES (?, ?, ?)")
      .run(name, statSync(path).size, sha256.digest("hex"));
  }
  archive.exec("COMMIT");
  archive.close();
  const written = openSync(file, "r");
  fsyncSync(written);
  closeSync(written);
}

function* partsOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const part = Buffer.alloc(partBytes);
      const length = readSync(file, part);
      if (length === 0) return;
      yield part.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Unpacks a backup: each file to the path that `pathOf` gives for its name, and every one is compared with its SHA-256.
 * @throws DamagedBackupError
 */
export function readArchive(file: string, pathOf: (name: string) => string): About {
  const archive = new DatabaseSync(file, { readOnly: true });
  try {
    const about = aboutSchema.parse(archive.prepare("SELECT * FROM about").get());
    const files = z.array(fileSchema).min(1).parse(archive.prepare("SELECT * FROM files").all());
    for (const each of files) unpack(archive, each, pathOf(each.name));
    return about;
  } catch (error) {
    if (error instanceof DamagedBackupError || isOfDisk(error)) throw error;
    throw new DamagedBackupError(`${file} is no backup of this product, or it is damaged: take another one.`);
  } finally {
    archive.close();
  }
}

function unpack(archive: DatabaseSync, { name, sha256 }: z.infer<typeof fileSchema>, path: string): void {
  const hash = createHash("sha256");
  const to = openSync(path, "wx", 0o600);
  try {
    for (const row of archive.prepare("SELECT bytes FROM parts WHERE name = ? ORDER BY no").iterate(name)) {
      const { bytes } = partSchema.parse(row);
      hash.update(bytes);
      writeSync(to, bytes);
    }
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
  if (hash.digest("hex") !== sha256)
    throw new DamagedBackupError(
      `${name} in the backup is not what was written into it: take another backup.`,
    );
}

function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT", "EACCES"].includes(String(error.code))
  );
}
