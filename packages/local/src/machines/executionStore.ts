import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { damaged, isDamage } from "../damage.ts";

export const executionStatuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];

const rowSchema = z.object({
  id: z.int(),
  machine: z.string(),
  name: z.string(),
  status: z.enum(executionStatuses),
  input: z.string(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  startedAt: z.number(),
  stoppedAt: z.number().nullable(),
  stateTransitions: z.int().nullable(),
  historyEvents: z.int().nullable(),
});
/** One execution; instants in ms since 1970; the counts stand when it has ended. `id` grows in order of start. */
export type Execution = z.infer<typeof rowSchema>;
export type Ending = Pick<
  Execution,
  "status" | "output" | "error" | "cause" | "stoppedAt" | "stateTransitions" | "historyEvents"
>;

const totalsSchema = rowSchema
  .pick({ machine: true })
  .extend({ executions: z.int(), stateTransitions: z.int(), historyEvents: z.int() });
export type Totals = z.infer<typeof totalsSchema>;

const NINETY_DAYS_MS = 90 * 24 * 3_600_000;

const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS execution (
    id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL,
    output TEXT, error TEXT, cause TEXT, startedAt INTEGER NOT NULL, stoppedAt INTEGER,
    stateTransitions INTEGER, historyEvents INTEGER, UNIQUE (machine, name)) STRICT;
  CREATE INDEX IF NOT EXISTS byStatus ON execution (machine, status, id);
  CREATE INDEX IF NOT EXISTS byEnd ON execution (stoppedAt);`;

/**
 * What was started and how it ended, in `executions.sqlite` under a directory: a start is one insert, kept over
 * kill −9, and memory does not grow with the past. Ended executions and their names are forgotten after 90 days.
 */
export class ExecutionStore {
  readonly #db: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(dir: string, now = Date.now()) {
    this.#db = openSound(join(dir, "executions.sqlite"));
    this.#db.prepare("DELETE FROM execution WHERE stoppedAt < ?").run(now - NINETY_DAYS_MS);
    this.#statements = prepare(this.#db);
  }

  /** Adds a running execution and returns its id. */
  add(machine: string, name: string, input: string, startedAt: number): number {
    return Number(this.#statements.add.run(machine, name, input, startedAt).lastInsertRowid);
  }

  end(id: number, ending: Ending): void {
    const { status, output, error, cause, stoppedAt, stateTransitions, historyEvents } = ending;
    this.#statements.end.run(status, output, error, cause, stoppedAt, stateTransitions, historyEvents, id);
  }

  find(machine: string, name: string): Execution | undefined {
    const row = this.#statements.find.get(machine, name);
    return row && rowSchema.parse(row);
  }

  get(id: number): Execution {
    return rowSchema.parse(this.#statements.get.get(id));
  }

  /** Ids of what was running when the process ended, in order of start. */
  unfinished(): number[] {
    return this.#statements.unfinished.all().map(({ id }) => Number(id));
  }

  /** Newest first, those with an id below `before`. */
  list(machine: string, status: ExecutionStatus | undefined, before: number, limit: number): Execution[] {
    const { listAll, listByStatus } = this.#statements;
    const rows = status
      ? listByStatus.all(machine, status, before, limit)
      : listAll.all(machine, before, limit);
    return rows.map((row) => rowSchema.parse(row));
  }

  /** Per state machine, what its ended executions took together. */
  totals(): Totals[] {
    return this.#statements.totals.all().map((row) => totalsSchema.parse(row));
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** Without the file nothing is lost: the next sweep starts again whatever is due. */
function openSound(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    db.exec(tables);
    return db;
  } catch (error) {
    db.close();
    if (!isDamage(error)) throw error;
    throw damaged(
      file,
      `cannot be read (${error.message})`,
      `It can be done without: remove it with those beside it that end in -wal and -shm; what is due starts again.`,
    );
  }
}

function prepare(db: DatabaseSync) {
  return {
    add: db.prepare(
      "INSERT INTO execution (machine, name, status, input, startedAt) VALUES (?, ?, 'RUNNING', ?, ?)",
    ),
    end: db.prepare(
      `UPDATE execution SET status = ?, output = ?, error = ?, cause = ?, stoppedAt = ?, stateTransitions = ?,
       historyEvents = ? WHERE id = ?`,
    ),
    find: db.prepare("SELECT * FROM execution WHERE machine = ? AND name = ?"),
    get: db.prepare("SELECT * FROM execution WHERE id = ?"),
    unfinished: db.prepare("SELECT id FROM execution WHERE status = 'RUNNING' ORDER BY id"),
    totals: db.prepare(
      `SELECT machine, count(*) AS executions, sum(stateTransitions) AS stateTransitions,
       sum(historyEvents) AS historyEvents FROM execution WHERE status <> 'RUNNING' GROUP BY machine ORDER BY machine`,
    ),
    listAll: db.prepare("SELECT * FROM execution WHERE machine = ? AND id < ? ORDER BY id DESC LIMIT ?"),
    listByStatus: db.prepare(
      "SELECT * FROM execution WHERE machine = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?",
    ),
  };
}
