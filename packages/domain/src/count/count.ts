import { type Absence, isEffective, isPending } from "../absence.ts";
import { dateOf } from "../calendarDate.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, limitDaysOf, type Secondment } from "../secondment.ts";
import { calendarDay, isProvisional, type WorkCalendar } from "../workCalendar.ts";
import { anyTime, countedHalves } from "./countedHalves.ts";
import { notReportedDays } from "./unreported.ts";
import type { Whose } from "./workingHalf.ts";

type Subject = Pick<
  Secondment,
  "term" | "endedOn" | "reportedInOn" | "absences" | "madeUpDays" | "continues"
> &
  Partial<Pick<Secondment, "status" | "earlyEnd">> &
  Whose;

export type Verdict = "within" | "at-limit" | "exceeded";
/** Days off post against the limit, all in working days with half days as 0.5. */
export type Count = {
  countedDays: number;
  takenDays: number;
  limitDays: number;
  pendingDays: number;
  remainingDays: number;
  outsideDays: number;
  notReportedDays: number;
  verdict: Verdict;
  /** With everything that waits for a decision. */
  verdictWithPending: Verdict;
  provisional: boolean;
  /** A day that counts or waits lies in a year whose notice is not published. */
  countsProvisionalDays: boolean;
};

/** Whether a count passes: strictly more than the limit is exceeded; 15.0 of 15 is not. */
export function verdictOf(countedDays: number, limitDays: number): Verdict {
  if (countedDays > limitDays) return "exceeded";
  return countedDays === limitDays ? "at-limit" : "within";
}

/** Working days inside the term, up to a date, that the absences cover and the scheme counts; each half day once. */
export function countDays(
  subject: Pick<Subject, "term" | "endedOn"> & Whose,
  absences: readonly Absence[],
  rules: { scheme: Scheme; calendar: WorkCalendar; until?: string },
): number {
  return countedHalves(subject, absences, rules).size / 2;
}

/** Working days of an absence outside the term: listed, never counted. */
function outsideDays(subject: Subject, scheme: Scheme, calendar: WorkCalendar): number {
  const effective = subject.absences.filter(isEffective);
  return (
    countDays(anyTime(subject), effective, { scheme, calendar }) -
    countDays(subject, effective, { scheme, calendar })
  );
}

/** The count of a secondment as the rules see it today; computed from facts, never stored. */
export function countOf(subject: Subject, scheme: Scheme, calendar: WorkCalendar, today: string): Count {
  const rules = { scheme, calendar };
  const limitDays = limitDaysOf(subject, scheme);
  const effective = subject.absences.filter(isEffective);
  const countedDays = countDays(subject, effective, rules);
  const halves = countedHalves(
    subject,
    subject.absences.filter((each) => isEffective(each) || isPending(each)),
    rules,
  );
  const withPending = halves.size / 2;
  return {
    countedDays,
    takenDays: countDays(subject, effective, { ...rules, until: today }),
    limitDays,
    pendingDays: withPending - countedDays,
    remainingDays: Math.max(0, limitDays - countedDays),
    outsideDays: outsideDays(subject, scheme, calendar),
    notReportedDays: notReportedDays(subject, rules, today),
    verdict: verdictOf(countedDays, limitDays),
    verdictWithPending: verdictOf(withPending, limitDays),
    provisional: isProvisional(calendar, subject.term.from, lastDayServed(subject)),
    countsProvisionalDays: hasProvisionalDay(halves, calendar),
  };
}

/** Whether one of these half days lies in a year whose notice is not published. */
export function hasProvisionalDay(halves: ReadonlySet<number>, calendar: WorkCalendar): boolean {
  return [...halves].some((half) => calendarDay(calendar, dateOf(half >> 1)).provisional);
}
