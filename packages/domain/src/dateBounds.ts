import { addMonths } from "./calendarDate.ts";
import type { Cohort } from "./cohort.ts";
import { type Refused, refuse } from "./refusal.ts";
import type { Scheme } from "./scheme.ts";

const monthsPerYear = 12;
const youngestYears = 16;
const oldestYears = 70;
const cohortYears = 10;
/** Nothing that the product deals with was written in another century: an earlier year is a slip of the keyboard. */
const earliestDocument = "2000-01-01";

/** Why somebody of this birth month cannot begin on a day: under 16 or over 70 years (`birth-out-of-bounds`). */
export function refusedBirth(birthMonth: string, on: string): Refused | undefined {
  const from = addMonths(on, -oldestYears * monthsPerYear).slice(0, 7);
  const to = addMonths(on, -youngestYears * monthsPerYear).slice(0, 7);
  if (from <= birthMonth && birthMonth <= to) return undefined;
  return refuse("birth-out-of-bounds", "birthMonth", { from, to });
}

/** Why a term cannot begin so far from its cohort: more than the scheme's term before or after (`start-out-of-bounds`). */
export function refusedStart(
  start: string,
  cohort: Pick<Cohort, "startsOn">,
  scheme: Pick<Scheme, "termMonths">,
): Refused | undefined {
  const from = addMonths(cohort.startsOn, -scheme.termMonths);
  const to = addMonths(cohort.startsOn, scheme.termMonths);
  return from <= start && start <= to ? undefined : refuse("start-out-of-bounds", "from", { from, to });
}

/** Why a cohort cannot begin on a day more than ten years from today (`cohort-out-of-bounds`). */
export function refusedCohortStart(startsOn: string, today: string): Refused | undefined {
  const from = addMonths(today, -cohortYears * monthsPerYear);
  const to = addMonths(today, cohortYears * monthsPerYear);
  return from <= startsOn && startsOn <= to
    ? undefined
    : refuse("cohort-out-of-bounds", "startsOn", { from, to });
}

/**
 * Why a document (evidence, a report, a talk) cannot bear a date: another century, or more than a year ahead
 * (`document-date-out-of-bounds`); `field` is where it stands.
 */
export function refusedDocumentDate(date: string, today: string, field: string): Refused | undefined {
  const to = addMonths(today, monthsPerYear);
  return earliestDocument <= date && date <= to
    ? undefined
    : refuse("document-date-out-of-bounds", field, { from: earliestDocument, to });
}

/** Why the notice of a year cannot be loaded yet: the year begins more than a year from today (`notice-year-out-of-bounds`). */
export function refusedNoticeYear(year: number, today: string): Refused | undefined {
  const to = Number(addMonths(today, monthsPerYear).slice(0, 4));
  return year <= to ? undefined : refuse("notice-year-out-of-bounds", "year", { to });
}
