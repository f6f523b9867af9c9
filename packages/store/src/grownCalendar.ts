import { calendarIdOf, type calendarRecordSchema, type Notice } from "@dunmiao/domain/notice";
import { type CalendarNotice, type WorkCalendar, workCalendar } from "@dunmiao/domain/workCalendar";
import type * as z from "zod";

/** The confirmed notices over the shipped ones, with the version that they make. */
export type StoredCalendar = z.infer<typeof calendarRecordSchema>;
let shipped: Promise<CalendarNotice[]> | undefined;

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
