import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Acting } from "./engine/acting.ts";
import type { Cached } from "./engine/cached.ts";
import { schemeOf } from "./scheme.ts";

/** What a secondment is judged by. */
export type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** Scheme and calendar for a record as it stands: never a calendar older than the one of its last recount. */
export async function rulesFor(from: Pick<Acting, "store" | "calendar">, record: Secondment): Promise<Rules> {
  return {
    scheme: await schemeOf(from.store, record),
    calendar: await notOlder(from.calendar, await from.calendar.current(), record),
  };
}

/** A record that was recounted under a newer calendar than the one at hand asks for that calendar. */
async function notOlder(
  reader: Cached<WorkCalendar>,
  calendar: WorkCalendar,
  record: Secondment,
): Promise<WorkCalendar> {
  return (record.recounted?.calendarVersion ?? 0) > calendar.version ? reader.refresh() : calendar;
}
