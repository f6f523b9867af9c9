import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { PersonRole } from "@dunmiao/domain/actor";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import type { Event } from "@dunmiao/domain/event";
import type { Store } from "@dunmiao/store/engine/client";
import { recordOf, recordSort } from "@dunmiao/store/engine/keys";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { openEvent, openRecord } from "@dunmiao/store/engine/storedText";
import { createSession } from "@dunmiao/store/session";
import { freshStore } from "../../store/test/engine.ts";
import { appOver, clientOf } from "../../web/test/app.ts";
import type { StoredRow } from "./storedKinds.ts";

const storedDir = join(import.meta.dirname, "stored");

/** The releases whose rows are kept. */
export function storedReleases(): string[] {
  const entries = readdirSync(storedDir, { withFileTypes: true });
  return entries.filter((each) => each.isDirectory()).map(({ name }) => name);
}

/** The files of a release: each holds the rows of one small table. */
export function filesOf(release: string): string[] {
  return readdirSync(join(storedDir, release)).filter((each) => each.endsWith(".json"));
}

export function rowsOf(release: string, file: string): StoredRow[] {
  return JSON.parse(readFileSync(join(storedDir, release, file), "utf8"));
}

/** Rows as they were, in a table of their own on the real engine, and today's product over it the day after. */
export async function openStored(rows: readonly StoredRow[]) {
  const store = await freshStore();
  await putRows(store, rows);
  const today = addDays(lastDayOf(rows), 1);
  const clock = { today: () => today, now: () => `${today}T01:00:00.000Z` };
  const app = appOver(store, { clock });
  /** Somebody of a role; of a unit or a number where the role needs one. */
  const as = async (role: PersonRole, bound: { unit?: string; serviceNumber?: string } = {}, n = 8) =>
    clientOf(app, await createSession(store, { id: `${role}-stored-${n}`, role, ...bound }));
  return { store, app, as, today, records: recordsOf(rows) };
}
export type StoredWorld = Awaited<ReturnType<typeof openStored>>;

async function putRows({ documents, tableName }: Store, rows: readonly StoredRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 25) {
    const requests = rows.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
  }
}

/** The last day on which something happened in these rows. */
function lastDayOf(rows: readonly StoredRow[]): string {
  const days = rows.flatMap((row) => (row.event ? [(openEvent(row).event as Event).on] : []));
  return days.reduce(laterOf, "2020-01-01");
}

// biome-ignore lint/suspicious/noExplicitAny: a row of another release: what a test reads of it, it checks
export type StoredRecord = { kind: Kind; id: string; record: any };

function recordsOf(rows: readonly StoredRow[]): StoredRecord[] {
  return rows.flatMap((row) => {
    const of = recordOf(row.pk);
    return of && row.sk === recordSort ? [{ ...of, record: openRecord(row).record }] : [];
  });
}
