import * as z from "zod";
import { addDays, calendarDateSchema, datesBetween, weekday } from "./calendarDate.ts";
import { type GroupHalfDay, groupHalfDaysSchema, halfDaysByRegulation } from "./count/groupHalfDay.ts";
import { fixedHoliday } from "./fixedHolidays.ts";

/** One day that a State Council notice sets: a holiday, or a make-up working day (调休). */
export const noticeDaySchema = z.object({
  date: calendarDateSchema,
  working: z.boolean(),
  name: z.string().min(1).max(40),
  nameEn: z.string().max(60).optional(),
});
export type NoticeDay = z.infer<typeof noticeDaySchema>;

/** The published days of one notice year; `id` names the source in every explanation. */
export const calendarNoticeSchema = z.object({
  id: z.string(),
  year: z.int().min(2000).max(2100),
  days: z.array(noticeDaySchema),
  /** Half days of groups; a notice that says nothing of them leaves those of the regulation. */
  halfDays: groupHalfDaysSchema.optional(),
  /** Absent in what is shipped and where nobody entered it. */
  documentNumber: z.string().optional(),
});
export type CalendarNotice = z.infer<typeof calendarNoticeSchema>;

/** All published notices in force under one version number. */
export type WorkCalendar = {
  readonly version: number;
  readonly noticeOfYear: ReadonlyMap<number, string>;
  /** Document numbers of the notices in force, by id, as they were entered. */
  readonly documentNumbers: ReadonlyMap<string, string>;
  readonly days: ReadonlyMap<string, NoticeDay>;
  /** Half days of groups, for the years whose notice states them. */
  readonly halfDays: ReadonlyMap<number, readonly GroupHalfDay[]>;
};

export type DayReason = "weekday" | "weekend" | "holiday" | "make-up";
export type CalendarDay = {
  readonly date: string;
  readonly working: boolean;
  readonly reason: DayReason;
  readonly name?: string;
  readonly nameEn?: string;
  readonly notice?: string;
  readonly provisional: boolean;
  /** Half days that groups have off on a working day; whether they count is for a scheme. */
  readonly halfDays?: readonly GroupHalfDay[];
};

/** The year whose notice rules a date: 25–31 December belong to the next year's notice. */
export function noticeYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= "12-25" ? year + 1 : year;
}

/** Builds a calendar; of several notices for one year the later one in the list supersedes. */
export function workCalendar(version: number, notices: readonly CalendarNotice[]): WorkCalendar {
  const inForce = new Map(notices.map((notice) => [notice.year, notice]));
  const days = new Map<string, NoticeDay>();
  for (const notice of inForce.values())
    for (const day of notice.days) if (noticeYearOf(day.date) === notice.year) days.set(day.date, day);
  const noticeOfYear = new Map([...inForce].map(([year, notice]) => [year, notice.id]));
  const stated = [...inForce.values()].flatMap(({ year, halfDays }) =>
    halfDays ? [{ year, halfDays }] : [],
  );
  const halfDays = new Map(stated.map((each) => [each.year, each.halfDays]));
  const documentNumbers = new Map<string, string>();
  for (const { id, documentNumber } of inForce.values())
    if (documentNumber !== undefined) documentNumbers.set(id, documentNumber);
  return { version, days, noticeOfYear, documentNumbers, halfDays };
}

/**
 * Whether a date is a working day, and by which notice. Without a notice it is Monday–Friday less the days that the
 * regulation itself fixes (holidays without `notice`), flagged provisional all the same.
 */
export function calendarDay(calendar: WorkCalendar, date: string): CalendarDay {
  const notice = calendar.noticeOfYear.get(noticeYearOf(date));
  const source = notice === undefined ? { provisional: true } : { provisional: false, notice };
  const set = calendar.days.get(date) ?? dayByRegulation(calendar, date);
  if (set) {
    const names = { name: set.name, ...(set.nameEn && { nameEn: set.nameEn }) };
    const reason = set.working ? "make-up" : "holiday";
    const halfDays = set.working ? halfDaysOn(calendar, date) : {};
    return { date, working: set.working, reason, ...names, ...source, ...halfDays };
  }
  const working = weekday(date) <= 5;
  const halfDays = working ? halfDaysOn(calendar, date) : {};
  return { date, working, reason: working ? "weekday" : "weekend", ...source, ...halfDays };
}

function halfDaysOn(calendar: WorkCalendar, date: string): Pick<CalendarDay, "halfDays"> {
  const halfDays = groupHalfDaysOn(calendar, date);
  return halfDays.length > 0 ? { halfDays } : {};
}

/** The half days of groups in a notice year: as its notice states them, else as the regulation gives them. */
export function groupHalfDaysOf(
  { halfDays }: Pick<WorkCalendar, "halfDays">,
  year: number,
): readonly GroupHalfDay[] {
  return halfDays.get(year) ?? halfDaysByRegulation(year);
}

/** The half days of groups on a date, whatever day it is. */
export function groupHalfDaysOn(calendar: WorkCalendar, date: string): readonly GroupHalfDay[] {
  return groupHalfDaysOf(calendar, noticeYearOf(date)).filter((each) => each.date === date);
}

/** Whether a date is a working day. */
export function isWorkingDay(calendar: WorkCalendar, date: string): boolean {
  const isSet = calendar.days.get(date)?.working;
  return isSet ?? (weekday(date) <= 5 && dayByRegulation(calendar, date) === undefined);
}

/** A fixed day off of a year whose notice is not published; once it is, the notice alone decides. */
function dayByRegulation(calendar: WorkCalendar, date: string): NoticeDay | undefined {
  const fixed = fixedHoliday(date);
  if (!fixed || calendar.noticeOfYear.has(noticeYearOf(date))) return undefined;
  return { date, working: false, ...fixed };
}

/** Monday–Friday or not: what holds where no notice says otherwise. */
export function weekdayName(date: string): "weekday" | "weekend" {
  return weekday(date) <= 5 ? "weekday" : "weekend";
}

/** Whether any date from `from` to `to` lies in a year without a published notice. */
export function isProvisional(calendar: WorkCalendar, from: string, to: string): boolean {
  for (let year = noticeYearOf(from); year <= noticeYearOf(to); year += 1)
    if (!calendar.noticeOfYear.has(year)) return true;
  return false;
}

/** Natural days, Monday–Friday days and official working days of a range, with each day's reason. */
export function workingDays(calendar: WorkCalendar, from: string, to: string) {
  const days = datesBetween(from, to).map((date) => calendarDay(calendar, date));
  return {
    naturalDays: days.length,
    weekdays: days.filter((day) => weekday(day.date) <= 5).length,
    workingDays: days.filter((day) => day.working).length,
    provisional: days.some((day) => day.provisional),
    days,
  };
}

/** The date itself when it is a working day, else the next one: due dates on days off move on. */
export function nextWorkingDay(calendar: WorkCalendar, date: string): string {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The n-th working day after a date, which itself is never one of them (n = 0: the date, moved off days off). */
export function addWorkingDays(calendar: WorkCalendar, date: string, count: number): string {
  let day = count === 0 ? nextWorkingDay(calendar, date) : date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(calendar, addDays(day, 1));
  return day;
}
