import { addDays, earlierOf, laterOf } from "../calendarDate.ts";
import { monthsOf } from "../checkpoint.ts";
import { lastDayOfPair, type MentorAway, type Pair } from "../pair.ts";

/** Days, both included. */
export type Range = { from: string; to: string };

type Dated = Pick<Pair, "term" | "endedOn">;

/** The days of the term on which the apprentice is elsewhere. */
export function pausedRanges(pair: Dated & Pick<Pair, "pauses">): Range[] {
  const last = lastDayOfPair(pair);
  return (pair.pauses ?? [])
    .map(({ from, to = last }) => ({ from: laterOf(from, pair.term.from), to: earlierOf(to, last) }))
    .filter(({ from, to }) => from <= to);
}

/**
 * The ranges of the term in which nobody leads the apprentice: the mentor is away and no substitute is named, while the
 * apprentice is not elsewhere.
 */
export function mentorlessRanges(pair: Dated & Pick<Pair, "mentorAway" | "pauses">): Range[] {
  const last = lastDayOfPair(pair);
  const paused = pausedRanges(pair);
  return pair.mentorAway
    .flatMap((away) => uncovered(away, last))
    .flatMap((range) => paused.reduce((left, pause) => left.flatMap((each) => without(each, pause)), [range]))
    .map(({ from, to }) => ({ from: laterOf(from, pair.term.from), to: earlierOf(to, last) }))
    .filter(({ from, to }) => from <= to);
}

/** An absence of the mentor without the days that its substitute covers. */
function uncovered({ from, to, substitute }: MentorAway, last: string): Range[] {
  const whole = { from, to: to ?? last };
  if (!substitute) return [whole];
  const before = { from: whole.from, to: addDays(substitute.from, -1) };
  const after = { from: addDays(substitute.to ?? last, 1), to: whole.to };
  return [before, after].filter((each) => each.from <= each.to);
}

/** A range without the days of another one. */
export function without(range: Range, { from, to }: Range): Range[] {
  if (to < range.from || from > range.to) return [range];
  const before = { from: range.from, to: addDays(from, -1) };
  const after = { from: addDays(to, 1), to: range.to };
  return [before, after].filter((each) => each.from <= each.to);
}

/** Whether nobody leads the apprentice on a day. */
export function isMentorless(ranges: readonly Range[], day: string): boolean {
  return ranges.some(({ from, to }) => from <= day && day <= to);
}

/** The months of a term in which there was no day with a mentor. */
export function mentorlessMonths(ranges: readonly Range[], term: Range): string[] {
  return monthsOf(term).filter((month) => {
    const first = laterOf(`${month}-01`, term.from);
    const last = earlierOf(lastOfMonth(month), term.to);
    let day = first;
    // Each range that covers the day carries it on; ranges of an active pair are few.
    for (let at = rangeAt(ranges, day); at && day <= last; at = rangeAt(ranges, day)) day = addDays(at.to, 1);
    return day > last;
  });
}

function rangeAt(ranges: readonly Range[], day: string): Range | undefined {
  return ranges.find(({ from, to }) => from <= day && day <= to);
}

function lastOfMonth(month: string): string {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}
