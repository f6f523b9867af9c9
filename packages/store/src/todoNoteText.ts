import type { DayRange, MonthDays } from "@dunmiao/domain/count/monthDays";
import type { TodoNote } from "@dunmiao/domain/todo";

/** A form that was sent back. */
const returnedMark = "!";
const monthMark = "=";
const rangePattern = /^(\d{1,2})(p?)(?:-(\d{1,2}))?(a?)$/;

/**
 * What to know of a form in a few letters, as every index repeats it: `=3.5:2-4a,9/.5:12p/1/2` is a month of 3.5 days that
 * count (2nd to 4th at noon, 9th), 0.5 that wait (afternoon of the 12th), one thing to decide and 2 days whose class does
 * not count; `=` one without absence.
 */
export function noteText(note: TodoNote | undefined): string {
  const { month, isReturned } = note ?? {};
  return `${isReturned ? returnedMark : ""}${month ? monthMark + monthText(month) : ""}`;
}

/** Reads what `noteText` wrote of a form about `about`; what it does not know is left for the schema to refuse. */
export function noteOfText(text: string, about: string): unknown {
  const isReturned = text.startsWith(returnedMark);
  const rest = isReturned ? text.slice(1) : text;
  const [, month] = about.split(".");
  const isMonth = rest.startsWith(monthMark) && month !== undefined;
  if (rest !== "" && !isMonth) return text;
  return {
    ...(isMonth && { month: monthOfText(rest.slice(1), month) }),
    ...(isReturned && { isReturned }),
  };
}

function monthText({ countedDays, counted, pendingDays, pending, undecided, otherDays }: MonthDays): string {
  const days = [daysText(countedDays, counted), daysText(pendingDays, pending)];
  const parts = [...days, undecided || "", otherDays || ""];
  return parts.join("/").replace(/\/+$/, "");
}

/** Nothing for no days; a leading zero is not written. */
function daysText(days: number, ranges: readonly DayRange[]): string {
  if (days === 0 && ranges.length === 0) return "";
  return `${days}:${ranges.map(rangeText).join(",")}`.replace(/^0\./, ".");
}

function rangeText({ from, to, fromHalf, toHalf }: DayRange): string {
  const [start, end] = [from, to].map((date) => String(Number(date.slice(8))));
  return `${start}${fromHalf ? "p" : ""}${start === end ? "" : `-${end}`}${toHalf ? "a" : ""}`;
}

function monthOfText(text: string, month: string): unknown {
  const [counts = "", waits = "", undecided = "", others = ""] = text.split("/");
  const [countedDays, counted] = daysOfText(counts, month);
  const [pendingDays, pending] = daysOfText(waits, month);
  const figures = { undecided: Number(undecided), otherDays: Number(others) };
  return { countedDays, counted, pendingDays, pending, ...figures };
}

function daysOfText(text: string, month: string): [number, unknown[]] {
  const [days = "", ranges = ""] = text.split(":");
  return [Number(days), ranges === "" ? [] : ranges.split(",").map((each) => rangeOfText(each, month))];
}

function rangeOfText(text: string, month: string): unknown {
  const found = rangePattern.exec(text);
  if (!found) return text;
  const [, start = "", fromHalf, end = start, toHalf] = found;
  return {
    from: `${month}-${start.padStart(2, "0")}`,
    to: `${month}-${end.padStart(2, "0")}`,
    ...(fromHalf && { fromHalf: "pm" }),
    ...(toHalf && { toHalf: "am" }),
  };
}
