import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema, datesBetween } from "./calendarDate.ts";
import { groupHalfDaysSchema } from "./count/groupHalfDay.ts";
import { type Festival, festivalSchema, missingFestivals } from "./festival.ts";
import { accept, type Outcome, type Refused, refuse } from "./refusal.ts";
import {
  type CalendarNotice,
  calendarDay,
  calendarNoticeSchema,
  noticeDaySchema,
  noticeYearOf,
  type WorkCalendar,
  weekdayName,
} from "./workCalendar.ts";

/** As it stands on the document: 国办发明电〔2025〕7号. */
const documentNumberSchema = z.string().trim().min(1).max(60);

/** Body of a State Council notice that HR loads: the holidays and make-up working days of one notice year. */
export const noticeInputSchema = z.object({
  year: z.int().min(2014).max(2100),
  title: z.string().trim().min(1).max(120).optional(),
  documentNumber: documentNumberSchema.optional(),
  days: z.array(noticeDaySchema).min(1).max(120),
  /** Half days of groups, an empty list where nobody has one; not given, those of the regulation. */
  halfDays: groupHalfDaysSchema.optional(),
  /** The festivals for which it sets no day off, each said knowingly. */
  missingConfirmed: z.array(festivalSchema).max(7).optional(),
});
/** Body of the second person's confirmation: the same festivals, said again. */
export const noticeConfirmationSchema = noticeInputSchema.pick({ missingConfirmed: true });

/** A line of the pasted text that set no day, or changed what an earlier one had set; the page shows them. */
const noticeNoteSchema = z.object({
  line: z.int(),
  code: z.enum(["not-read", "encouraged", "replaced", "prolonged", "other-group"]),
  text: z.string(),
});
export type NoticeNote = z.infer<typeof noticeNoteSchema>;

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
  /** Absent where nobody entered it, as on every row of before it was asked for. */
  documentNumber: z.string().optional(),
  days: z.array(noticeDaySchema),
  differences: z.array(differenceSchema),
  /** Half days of groups as it states them; where it does not, those of the regulation hold. */
  halfDays: groupHalfDaysSchema.optional(),
  /** Those of its year on the calendar that it was checked against; on rows of before, not kept. */
  halfDaysBefore: groupHalfDaysSchema.optional(),
  /** Festivals that whoever loaded it confirmed as missing; absent in what was loaded before they were asked for. */
  missingConfirmed: z.array(festivalSchema).optional(),
  notes: z.array(noticeNoteSchema).optional(),
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

/** Id under which the calendar holds a loaded notice, apart from those that are shipped. */
export function calendarIdOf(noticeId: string): string {
  return `notice-${noticeId}`;
}

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

/**
 * Whether somebody named exactly the festivals that a notice leaves out. A notice with two festivals would else take
 * the provisional flag off the whole year: both people must say that the others are meant to be missing.
 */
export function confirmMissing(
  notice: Pick<NoticeInput, "year" | "days">,
  confirmed: readonly Festival[] = [],
): Outcome<Festival[]> {
  const missing = missingFestivals(notice);
  const named = confirmed.filter((each, index) => confirmed.indexOf(each) === index);
  if (missing.some((each) => !named.includes(each)))
    return refuse("festivals-missing", "missingConfirmed", { festivals: missing.join(",") });
  const present = named.filter((each) => !missing.includes(each));
  if (present.length > 0)
    return refuse("festivals-not-missing", "missingConfirmed", { festivals: present.join(",") });
  return accept(missing);
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
  return refusedHalfDays(input) ?? accept(input);
}

/** Half days lie in the notice's year, each once for a group, and their ages rise. */
function refusedHalfDays({ year, halfDays = [] }: NoticeInput): Refused | undefined {
  const seen = new Set<string>();
  for (const each of halfDays) {
    const { date, half, group } = each;
    if (noticeYearOf(date) !== year) return refuse("not-in-notice-year", "halfDays", { date, year });
    if (each.group === "young" && each.fromAge > each.toAge)
      return refuse("ages-not-rising", "halfDays", { from: each.fromAge, to: each.toAge });
    if (seen.has(`${date} ${half} ${group}`)) return refuse("day-twice", "halfDays", { date });
    seen.add(`${date} ${half} ${group}`);
  }
  return undefined;
}
