import { type Notice, noticeSchema } from "@dunmiao/domain/notice";
import { loadStoredCalendar } from "@dunmiao/store/calendar";
import { calendarFaults } from "@dunmiao/store/calendarHistory";
import type { Store } from "@dunmiao/store/engine/client";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import { openRecord } from "@dunmiao/store/engine/storedText";
import type { StoredCalendar } from "@dunmiao/store/grownCalendar";
import type { Fault } from "./fault.ts";
import { scanTable } from "./scanTable.ts";

/** The notices, the version of the stored calendar, and what of it is not what they make. */
type InForce = { notices: Notice[]; version: number | undefined; faults: Fault[] };

/**
 * The notices of a table, and whether the calendar in force is what they make. They are found by a Scan of their own,
 * for the lists of notices are among what is in doubt; read again when one is confirmed meanwhile.
 */
export async function verifyCalendar(store: Store): Promise<InForce> {
  for (;;) {
    const before = await storedCalendar(store);
    const notices = await noticesOf(store);
    const after = await storedCalendar(store);
    if (before?.version !== after?.version) continue;
    const faults = after ? calendarFaults(notices, after) : ["unreadable"];
    return {
      notices,
      version: after?.version,
      faults: faults.map((fault) => ({ kind: "calendar", id: "in-force", fault })),
    };
  }
}

/** The calendar as stored; undefined when it does not parse. */
export async function storedCalendar(store: Store): Promise<StoredCalendar | undefined> {
  try {
    return await loadStoredCalendar(store);
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}

/** Those that parse; the others are named where records are checked. */
async function noticesOf(store: Store): Promise<Notice[]> {
  const notices: Notice[] = [];
  const items = scanTable(store, {
    FilterExpression: "begins_with(pk, :notice) AND sk = :record",
    ExpressionAttributeValues: { ":notice": "NOTICE#", ":record": "RECORD" },
  });
  for await (const item of items) {
    const parsed = noticeSchema.safeParse(openRecord(item).record);
    if (parsed.success) notices.push(parsed.data);
  }
  return notices;
}
