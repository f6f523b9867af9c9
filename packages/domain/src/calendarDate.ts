import * as z from "zod";

/** A calendar date `YYYY-MM-DD` in Asia/Shanghai; 2026-02-31 does not parse. */
export const calendarDateSchema = z.iso.date();

const millisecondsPerDay = 86_400_000;

/** One page asks for thousands of days, most of them again and again: those of this century are worked out once. */
const numbers = new Map<string, number>();
const dates = new Map<number, string>();
const century = { first: 10_957, last: 47_481 };

/** Days since 1970-01-01 of a valid calendar date: whole-number arithmetic without any time zone. */
export function dayNumber(date: string): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
  if (century.first <= day && day <= century.last) numbers.set(date, day);
  return day;
}

/** The calendar date of a day number. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  if (century.first <= day && day <= century.last) dates.set(day, date);
  return date;
}

/** The date `days` after (or, negative, before) a date. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** Natural days from `from` to `to`, both included; 0 when `to` is earlier. */
export function naturalDays(from: string, to: string): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
}

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: string, to: string): string[] {
  const first = dayNumber(from);
  return Array.from({ length: naturalDays(from, to) }, (_, index) => dateOf(first + index));
}

/**
 * The same day of the month `months` later (earlier, when negative); a month end that does not exist becomes that
 * month's last day. Whole numbers instead of a date library, which every function would pay for at its start; a test
 * holds it against Temporal. Throws RangeError on a date that does not exist.
 */
export function addMonths(from: string, months: number): string {
  if (dateOf(dayNumber(from)) !== from) throw new RangeError(`not a date: ${from}`);
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const first = firstOfMonth(year, month - 1 + months);
  const monthEnd = firstOfMonth(year, month + months) - 1;
  return dateOf(Math.min(first + day - 1, monthEnd));
}

/** Last day of a term: start + n months − 1 day. */
export function lastDayOfTerm(from: string, months: number): string {
  return addDays(addMonths(from, months), -1);
}

function firstOfMonth(year: number, monthsLater: number): number {
  return Date.UTC(year, monthsLater, 1) / millisecondsPerDay;
}

/** Monday = 1 … Sunday = 7. */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The later of two dates. */
export function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}

const shanghaiMilliseconds = 8 * 3_600_000;

/** The calendar date in Shanghai at an instant: UTC+8 the whole year. */
export function shanghaiDate(at: Date): string {
  return new Date(at.getTime() + shanghaiMilliseconds).toISOString().slice(0, 10);
}
