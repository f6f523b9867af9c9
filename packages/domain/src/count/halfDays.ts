import type { AbsenceFacts } from "../absence.ts";
import { dayNumber } from "../calendarDate.ts";

type Range = Pick<AbsenceFacts, "from" | "to" | "fromHalf" | "toHalf">;

/** First and last half day, both included. */
export type HalfDays = { readonly first: number; readonly last: number };

/** Half-day numbers of a range: 2 × day number for a morning, + 1 for an afternoon. */
export function halfDaysOf(range: Range): HalfDays {
  return {
    first: dayNumber(range.from) * 2 + (range.fromHalf === "pm" ? 1 : 0),
    last: dayNumber(range.to) * 2 + (range.toHalf === "am" ? 0 : 1),
  };
}

/** Which part of a day half days cover. */
export function partOfDay({ first, last }: HalfDays, day: number): "none" | "am" | "pm" | "full" {
  const am = first <= day * 2 && day * 2 <= last;
  const pm = first <= day * 2 + 1 && day * 2 + 1 <= last;
  if (am && pm) return "full";
  if (am) return "am";
  return pm ? "pm" : "none";
}
