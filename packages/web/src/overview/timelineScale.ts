import { addDays, addMonths, dayNumber } from "@dunmiao/domain/calendarDate";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import type { Digest } from "@dunmiao/domain/digest";

/** Pixels a day: whole numbers keep the markup of 224 rows short. */
const pixelsPerDay = 3;

/** Where dates stand in the picture: whole months around every term and checkpoint shown. */
export type Scale = {
  from: string;
  to: string;
  width: number;
  at: (date: string) => number;
  months: { month: string; x: number }[];
};

/** The scale for some people; there is at least one. */
export function timelineScale(people: readonly Digest[]): Scale {
  const dates = people.flatMap(({ from, to, checkpoints }) => [
    from,
    to,
    ...checkpoints.map(([, dueOn]) => dueOn),
  ]);
  const sorted = dates.toSorted();
  const [first = "", last = first] = [sorted[0], sorted.at(-1)];
  const from = `${first.slice(0, 7)}-01`;
  const to = addDays(addMonths(`${last.slice(0, 7)}-01`, 1), -1);
  const at = (date: string) => (dayNumber(date) - dayNumber(from)) * pixelsPerDay;
  const months = monthsOf({ from, to }).map((month) => ({ month, x: at(`${month}-01`) }));
  return { from, to, width: at(addDays(to, 1)), at, months };
}
