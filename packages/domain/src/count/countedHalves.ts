import type { Absence } from "../absence.ts";
import { dayNumber, earlierOf } from "../calendarDate.ts";
import { doesCount } from "../scheme/classRule.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { halfDaysOf } from "./halfDays.ts";
import { type Whose, workingHalfOf } from "./workingHalf.ts";

type CountRules = {
  scheme: Pick<Scheme, "classes" | "groupHalfDays" | "schemaVersion">;
  calendar: WorkCalendar;
  until?: string;
};

/** A person's days in the window of a question that is not bound to a term. */
export function anyTime({ officer, corrected }: Whose): Pick<Secondment, "term"> & Whose {
  return { term: { from: "1970-01-01", to: "9999-12-31" }, officer, corrected };
}

/**
 * Half days (2 × day number for a morning, + 1 for an afternoon) inside the term, up to a date, that are working
 * ones for the officer, that the absences cover and whose class counts; each once.
 */
export function countedHalves(
  subject: Pick<Secondment, "term" | "endedOn"> & Whose,
  absences: readonly Absence[],
  rules: CountRules,
): Set<number> {
  const lastDate = earlierOf(lastDayServed(subject), rules.until ?? "9999-12-31");
  const window = { first: dayNumber(subject.term.from) * 2, last: dayNumber(lastDate) * 2 + 1 };
  const isWorking = workingHalfOf(subject, rules);
  const covered = new Set<number>();
  for (const absence of absences) {
    if (!doesCount(rules.scheme, absence.class)) continue;
    const { first, last } = halfDaysOf(absence);
    for (let half = Math.max(first, window.first); half <= Math.min(last, window.last); half += 1)
      if (!covered.has(half) && isWorking(half)) covered.add(half);
  }
  return covered;
}

/** The half days that a change leaves out, ascending. */
export function halvesGone(before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
  return [...before].filter((half) => !after.has(half)).toSorted((a, b) => a - b);
}
