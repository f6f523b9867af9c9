import type { AbsenceFacts } from "@dunmiao/domain/absence";
import { addDays, datesBetween, laterOf } from "@dunmiao/domain/calendarDate";
import { isWorkingDay, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Leave } from "./plot.ts";
import type { Random } from "./random.ts";

export type Range = Pick<AbsenceFacts, "from" | "to" | "fromHalf" | "toHalf">;
/** The year that the demo tells: its term and the clock's first day. */
export type Year = { calendar: WorkCalendar; from: string; to: string; today: string };

/** Working days to keep free at both ends, so that report-in comes before and decisions after a leave. */
const settling = 6;

/** The working days from `from` to `to`. */
export function workingDates(calendar: WorkCalendar, from: string, to: string): string[] {
  return datesBetween(from, to).filter((date) => isWorkingDay(calendar, date));
}

/** The n-th working day before a date. */
export function workingDaysBefore(calendar: WorkCalendar, date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Gives every leave its dates; those spread over the past keep their order and a working day between them. */
export function place(
  leaves: readonly Leave[],
  year: Year,
  random: Random,
): { leave: Leave; range: Range }[] {
  const past = workingDates(year.calendar, year.from, addDays(year.today, -1)).slice(settling, -settling);
  const spread = leaves.filter((leave) => leave.place === "spread");
  return leaves.map((leave) => {
    const at = spread.indexOf(leave);
    if (at < 0) return { leave, range: placeApart(leave, year) };
    const share = past.slice(
      Math.floor((past.length * at) / spread.length),
      Math.floor((past.length * (at + 1)) / spread.length),
    );
    const room = share.length - Math.ceil(leave.days) - 1;
    return { leave, range: rangeOf(share, random.whole(0, Math.max(0, room)), leave.days) };
  });
}

function placeApart({ place: where, days }: Leave, { calendar, from, to, today }: Year): Range {
  const ahead = workingDates(calendar, addDays(today, 1), to);
  const behind = workingDates(calendar, from, addDays(today, -1));
  switch (where) {
    case "long": {
      const first = laterOf(addDays(today, -56), addDays(from, 28));
      return { from: first, to: addDays(first, days - 1) };
    }
    case "late":
      return rangeOf(behind, 0, days);
    case "now":
      return rangeOf([...behind.slice(-1), today, ...ahead], 0, days);
    case "recent":
      return rangeOf(behind, behind.length - 2 - Math.ceil(days), days);
    case "spring-festival":
    case "new-year": {
      const dates = workingDates(calendar, from, to);
      const eve = dates.findIndex((date) => date >= holidayOf(where, { calendar, from, to }));
      return rangeOf(dates, Math.max(0, eve - Math.ceil(days / 2)), days);
    }
    default:
      return rangeOf(ahead, 7, days);
  }
}

/** The first day of the holiday inside the term; late January where no notice names the Spring Festival. */
function holidayOf(
  where: "spring-festival" | "new-year",
  { calendar, from, to }: Omit<Year, "today">,
): string {
  const newYear = `${Number(from.slice(0, 4)) + (from.slice(5) > "01-01" ? 1 : 0)}-01-01`;
  if (where === "new-year") return newYear;
  const named = [...calendar.days.values()]
    .filter(({ date, working, name }) => !working && name.includes("春节") && date >= from && date <= to)
    .map(({ date }) => date)
    .sort();
  return named[0] ?? addDays(newYear, 27);
}

/** So many days from the n-th of these dates on; a half day is the afternoon of a single day, else the last morning. */
function rangeOf(dates: readonly string[], start: number, days: number): Range {
  const first = dates[start];
  const last = dates[start + Math.ceil(days) - 1];
  if (first === undefined || last === undefined) throw new RangeError("the demo year is too short");
  if (Number.isInteger(days)) return { from: first, to: last };
  return first === last ? { from: first, to: last, fromHalf: "pm" } : { from: first, to: last, toHalf: "am" };
}
