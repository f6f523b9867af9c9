import type { AbsenceFacts } from "./absence.ts";
import { dayNumber } from "./calendarDate.ts";

type Range = Pick<AbsenceFacts, "from" | "to" | "fromHalf" | "toHalf">;

/** Half-day numbers of a range, first and last included: 2 × day number for a morning, + 1 for an afternoon. */
export function halfDaysOf(range: Range): { first: number; last: number } {
  return {
    first: dayNumber(range.from) * 2 + (range.fromHalf === "pm" ? 1 : 0),
    last: dayNumber(range.to) * 2 + (range.toHalf === "am" ? 0 : 1),
  };
}

/** Which part of a day a range covers. */
export function partOfDay(range: Range, day: number): "none" | "am" | "pm" | "full" {
  const { first, last } = halfDaysOf(range);
  const am = first <= day * 2 && day * 2 <= last;
  const pm = first <= day * 2 + 1 && day * 2 + 1 <= last;
  if (am && pm) return "full";
  if (am) return "am";
  return pm ? "pm" : "none";
}
