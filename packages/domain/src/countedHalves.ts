import type { Absence } from "./absence.ts";
import { dateOf, dayNumber, earlierOf } from "./calendarDate.ts";
import { halfDaysOf } from "./halfDays.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, type Secondment } from "./secondment.ts";
import { isWorkingDay, type WorkCalendar } from "./workCalendar.ts";

type CountRules = { scheme: Pick<Scheme, "classes">; calendar: WorkCalendar; until?: string };

/** Window of a question that is not bound to a term. */
export const anyTime = { term: { from: "1970-01-01", to: "9999-12-31" } };

/**
 * Half days (2 × day number for a morning, + 1 for an afternoon) inside the term, up to a date, that are on working
 * days, that the absences cover and whose class counts; each once.
 */
export function countedHalves(
  subject: Pick<Secondment, "term" | "endedOn">,
  absences: readonly Absence[],
  rules: CountRules,
): Set<number> {
  const lastDate = earlierOf(lastDayServed(subject), rules.until ?? "9999-12-31");
  const window = { first: dayNumber(subject.term.from) * 2, last: dayNumber(lastDate) * 2 + 1 };
  const covered = new Set<number>();
  for (const absence of absences) {
    if (!rules.scheme.classes[absence.class]) continue;
    const { first, last } = halfDaysOf(absence);
    for (let half = Math.max(first, window.first); half <= Math.min(last, window.last); half += 1)
      if (!covered.has(half) && isWorkingDay(rules.calendar, dateOf(half >> 1))) covered.add(half);
  }
  return covered;
}

/** The half days that a change leaves out, ascending. */
export function halvesGone(before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
  return [...before].filter((half) => !after.has(half)).toSorted((a, b) => a - b);
}
