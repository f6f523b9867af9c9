import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { calendarIdOf, calendarRecordSchema, type Notice } from "@dunmiao/domain/notice";
import { type CalendarNotice, type WorkCalendar, workCalendar } from "@dunmiao/domain/workCalendar";
import type * as z from "zod";
import type { Store } from "./engine/client.ts";
import { calendarKey } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";

export type StoredCalendar = z.infer<typeof calendarRecordSchema>;
let shipped: Promise<CalendarNotice[]> | undefined;
const calendarInForce = { kind: "calendar", id: "in-force" } as const;

/** The confirmed notices over the shipped ones: one consistent GetItem; version 0 when none was ever confirmed. */
export async function loadStoredCalendar(store: Store): Promise<StoredCalendar> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: calendarKey, ConsistentRead: true }),
  );
  return Item
    ? parseStored(calendarRecordSchema, Item, "calendar", calendarInForce)
    : { version: 0, notices: [] };
}

/** The stored calendar grown by a notice: the next version, in which it stands in place of an earlier one of its year. */
export function withNotice(
  { version, notices }: StoredCalendar,
  {
    id,
    year,
    days,
    halfDays,
    documentNumber,
  }: Pick<Notice, "id" | "year" | "days" | "halfDays" | "documentNumber">,
): StoredCalendar {
  const others = notices.filter((each) => each.year !== year);
  const stated = { ...(halfDays && { halfDays }), ...(documentNumber && { documentNumber }) };
  return { version: version + 1, notices: [...others, { id: calendarIdOf(id), year, days, ...stated }] };
}

/** The calendar that a stored calendar means. */
export async function calendarOf(stored: StoredCalendar): Promise<WorkCalendar> {
  shipped ??= loadShipped();
  return workCalendar(stored.version, [...(await shipped), ...stored.notices]);
}

/** Loaded when the first calendar is asked for: a function that starts does not wait for twelve years of notices. */
async function loadShipped(): Promise<CalendarNotice[]> {
  const { shippedNotices } = await import("@dunmiao/domain/notice/shippedNotices");
  return shippedNotices();
}
