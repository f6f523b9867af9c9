import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { BackupFailure } from "@dunmiao/domain/backup";
import { verifyTable } from "@dunmiao/operate/verifyTable";
import { openStore } from "@dunmiao/store/engine/client";
import { startEngine } from "../engine/engine.ts";
import { writtenBy } from "../engine/engineFiles.ts";
import { dataFileOf, type EngineName } from "../engine/engineKinds.ts";
import { writeArchive } from "./archive.ts";
import { backupName, backupsOf, keptBackups } from "./kept.ts";

/** The data directory cannot be backed up, or what came of it does not hold together. The message says what to do. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly why: BackupFailure;

  constructor(message: string, why: BackupError["why"]) {
    super(message);
    this.why = why;
  }
}

/** Beside the engine's file, in the order in which they are copied: none of them may be ahead of the records. */
const small = ["content.json", "stream-position.json", "claims-held"];
/** While it is made a backup has a name that no backup has. */
const scratchName = ".new-";
const abandonedMs = 24 * 3_600_000;
/** Of the data, on the disk at once: what is copied, what is verified and what is packed. */
const copies = 3;
export const noRoom =
  "No room for a backup: nothing was kept of it, the data and the earlier backups are untouched. It needs three times the size of the data meanwhile: make room, or take copies of old backups elsewhere and remove them here.";
const executions = "executions.sqlite";

export type BackedUp = { file: string; records: number };

/**
 * Takes a backup of a data directory, in use or not, into its `backups`: consistent copies of the engine's file and of the
 * runner's, verified record by record on an engine of their own before they count. Then the older ones that are not kept
 * go. Three times the size of the data is needed on the disk meanwhile.
 * @throws BackupError
 */
export async function takeBackup(dataDir: string, now = new Date()): Promise<BackedUp> {
  const engine = writtenBy(dataDir);
  if (!engine) throw new BackupError(`There are no data in ${dataDir}.`, "other");
  const dir = join(dataDir, "backups");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  dropAbandoned(dir, now);
  refuseWithoutRoom(dir, dataFileOf(engine, dataDir));
  const scratch = mkdtempSync(join(dir, scratchName));
  try {
    const copy = join(scratch, "copy");
    await copyFiles(dataDir, copy, engine);
    const records = await verified(copy, join(scratch, "verified"), engine);
    const takenAt = now.toISOString();
    const file = join(dir, backupName(takenAt));
    const packed = join(scratch, "packed");
    writeArchive(packed, { takenAt, engine, records }, filesIn(copy, engine));
    renameSync(packed, file);
    forget(dir);
    return { file, records };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function copyFiles(from: string, to: string, engine: EngineName): Promise<void> {
  mkdirSync(join(dataFileOf(engine, to), ".."), { recursive: true });
  for (const name of small) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  if (existsSync(join(from, executions))) await copyDatabase(join(from, executions), join(to, executions));
  await copyDatabase(dataFileOf(engine, from), dataFileOf(engine, to));
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

function filesIn(dir: string, engine: EngineName) {
  const names = [...small, executions].filter((name) => existsSync(join(dir, name)));
  return [
    ...names.map((name) => ({ name, path: join(dir, name) })),
    { name: "engine", path: dataFileOf(engine, dir) },
  ];
}

/** Verifies a second copy, since an engine writes to its file; answers how many records there are. */
async function verified(copy: string, scratch: string, name: EngineName): Promise<number> {
  // Not `cpSync`, which says of a full disk that it cannot be written to.
  await cp(copy, scratch, { recursive: true });
  const engine = await startEngine({ engine: name, dataDir: { path: scratch, release: () => {} } });
  try {
    Object.assign(process.env, engine.variables);
    const tableName = process.env.TABLE_NAME || "dunmiao";
    const { checked, faults } = await verifyTable(openStore({ tableName }));
    const [first] = faults;
    if (first)
      throw new BackupError(
        `${faults.length} faults in the data, the first: ${first.kind} ${first.id} ${first.fault}. No backup was kept; the earlier ones are untouched.`,
        "not-sound",
      );
    return checked;
  } finally {
    await engine.stop();
  }
}

/** Before anything is written: the data may lie on the same disk, and need what is left. */
function refuseWithoutRoom(dir: string, data: string): void {
  const { bavail, bsize, blocks } = statfsSync(dir);
  const size = [data, `${data}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const neededBytes = copies * size.reduce((sum, each) => sum + each, 0);
  // Some file systems of the network say nothing of their size.
  if (blocks > 0 && bavail * bsize < neededBytes) throw new BackupError(noRoom, "no-room");
}

/** What a backup that was killed on a day before left behind. */
function dropAbandoned(dir: string, now: Date): void {
  const isAbandoned = (name: string) =>
    name.startsWith(scratchName) && now.getTime() - statSync(join(dir, name)).mtimeMs > abandonedMs;
  for (const name of readdirSync(dir).filter(isAbandoned))
    rmSync(join(dir, name), { recursive: true, force: true });
}

function forget(dir: string): void {
  const backups = backupsOf(readdirSync(dir));
  const kept = keptBackups(backups);
  for (const name of backups) if (!kept.has(name)) rmSync(join(dir, name));
}
