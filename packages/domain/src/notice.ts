import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema, datesBetween } from "./calendarDate.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import {
  type CalendarNotice,
  calendarDay,
  calendarNoticeSchema,
  noticeDaySchema,
  noticeYearOf,
  type WorkCalendar,
  weekdayName,
} from "./workCalendar.ts";

/** Body of a State Council notice that HR loads: the holidays and make-up working days of one notice year. */
export const noticeInputSchema = z.object({
  year: z.int().min(2014).max(2100),
  title: z.string().trim().min(1).max(120).optional(),
  days: z.array(noticeDaySchema).min(1).max(120),
});
export type NoticeInput = z.infer<typeof noticeInputSchema>;

const differenceSchema = z.object({
  date: calendarDateSchema,
  wasWorking: z.boolean(),
  working: z.boolean(),
  name: z.string(),
});

/** A loaded notice: checked (dry run) → confirmed by a second person → recounted → finished by a second pass. */
export const noticeSchema = z.object({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  year: z.int(),
  title: z.string().optional(),
  days: z.array(noticeDaySchema),
  differences: z.array(differenceSchema),
  status: z.enum(["checked", "confirmed", "recounted", "finished"]),
  loadedBy: signatureSchema,
  loadedOn: calendarDateSchema,
  confirmedBy: signatureSchema.optional(),
  confirmedOn: calendarDateSchema.optional(),
  calendarVersion: z.int().optional(),
  /** Records looked at and changed by the recount so far, and the day on which its first pass was through. */
  recounted: z.object({ seen: z.int(), changed: z.int(), on: calendarDateSchema.optional() }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The calendar as stored: confirmed notices in order of confirmation over the shipped ones. */
export const calendarRecordSchema = z.object({
  version: z.int().nonnegative(),
  notices: z.array(calendarNoticeSchema),
});

/** Days that a notice would turn from working into off or back, in the whole of its year; the dry run shows them. */
export function noticeDifferences(calendar: WorkCalendar, notice: CalendarNotice): Notice["differences"] {
  const given = new Map(notice.days.map((day) => [day.date, day]));
  return datesBetween(`${notice.year - 1}-12-25`, `${notice.year}-12-24`).flatMap((date) => {
    const before = calendarDay(calendar, date);
    const day = given.get(date);
    const working = day?.working ?? weekdayName(date) === "weekday";
    if (working === before.working) return [];
    return [{ date, wasWorking: before.working, working, name: day?.name ?? before.name ?? "" }];
  });
}

/** Checks what no schema can: each day once, inside the notice's year (25–31 December belong to the next). */
export function checkNotice(input: NoticeInput): Outcome<NoticeInput> {
  const seen = new Set<string>();
  for (const [index, day] of input.days.entries()) {
    if (noticeYearOf(day.date) !== input.year)
      return refuse("not-in-notice-year", `days.${index}.date`, { date: day.date, year: input.year });
    if (seen.has(day.date)) return refuse("day-twice", `days.${index}.date`, { date: day.date });
    seen.add(day.date);
  }
  return accept(input);
}
