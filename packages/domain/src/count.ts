import { type Absence, isEffective, isPending } from "./absence.ts";
import { dateOf, dayNumber } from "./calendarDate.ts";
import { anyTime, countedHalves } from "./countedHalves.ts";
import { type HalfDays, halfDaysOf, partOfDay } from "./halfDays.ts";
import { type Scheme, schemeLabel } from "./scheme.ts";
import { lastDayServed, limitDaysOf, type Secondment } from "./secondment.ts";
import { notReportedDays } from "./unreported.ts";
import { type CalendarDay, calendarDay, isProvisional, type WorkCalendar } from "./workCalendar.ts";

type Subject = Pick<
  Secondment,
  "term" | "endedOn" | "reportedInOn" | "absences" | "madeUpDays" | "continues"
>;

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
  subject: Pick<Subject, "term" | "endedOn">,
  absences: readonly Absence[],
  rules: { scheme: Scheme; calendar: WorkCalendar; until?: string },
): number {
  return countedHalves(subject, absences, rules).size / 2;
}

/** Working days of an absence outside the term: listed, never counted. */
function outsideDays(subject: Subject, scheme: Scheme, calendar: WorkCalendar): number {
  const effective = subject.absences.filter(isEffective);
  return (
    countDays(anyTime, effective, { scheme, calendar }) - countDays(subject, effective, { scheme, calendar })
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
    notReportedDays: notReportedDays(subject, calendar, today),
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

/** Why a day counts or not. */
export type DayRule =
  | "present"
  | "not-reported"
  | "day-off"
  | "class-counts"
  | "class-does-not-count"
  | "pending"
  | "after-last-day";
export type DayCover = {
  id: string;
  class: Absence["class"];
  state: Absence["state"];
  part: "am" | "pm" | "full";
  counts: boolean;
};
/** One day of the term with everything that explains its share of the count. */
export type ExplainedDay = CalendarDay & {
  counted: 0 | 0.5 | 1;
  pending: 0 | 0.5 | 1;
  rule: DayRule;
  scheme: string;
  covers: DayCover[];
};

/** One entry per day of the nominal term; the sum of `counted` is the count. */
export function explainDays(
  subject: Subject,
  scheme: Scheme,
  calendar: WorkCalendar,
  today: string,
): ExplainedDay[] {
  const relevant = subject.absences
    .filter((each) => isEffective(each) || isPending(each))
    .map((absence) => ({ absence, halves: halfDaysOf(absence) }));
  const last = lastDayServed(subject);
  const label = schemeLabel(scheme);
  const days: ExplainedDay[] = [];
  for (let day = dayNumber(subject.term.from); day <= dayNumber(subject.term.to); day += 1) {
    const onCalendar = calendarDay(calendar, dateOf(day));
    const covers = coversOf(relevant, day, scheme);
    const inWindow = onCalendar.date <= last && onCalendar.working;
    const counted = inWindow ? share(covers.filter((each) => each.counts && isEffective(each))) : 0;
    const forecast = inWindow ? share(covers.filter((each) => each.counts)) : 0;
    const facts = { covers, counted, inTerm: onCalendar.date <= last, working: onCalendar.working };
    const rule = ruleOf(facts, isBeforeReportIn(subject, onCalendar.date, today));
    days.push({ ...onCalendar, counted, pending: toShare(forecast - counted), rule, scheme: label, covers });
  }
  return days;
}

function coversOf(
  absences: readonly { absence: Absence; halves: HalfDays }[],
  day: number,
  scheme: Scheme,
): DayCover[] {
  const covers: DayCover[] = [];
  for (const { absence, halves } of absences) {
    const part = partOfDay(halves, day);
    if (part === "none") continue;
    const counts = scheme.classes[absence.class];
    covers.push({ id: absence.id, class: absence.class, state: absence.state, part, counts });
  }
  return covers;
}

function share(covers: readonly DayCover[]): 0 | 0.5 | 1 {
  const am = covers.some((each) => each.part !== "pm");
  const pm = covers.some((each) => each.part !== "am");
  return toShare((am ? 0.5 : 0) + (pm ? 0.5 : 0));
}

function toShare(days: number): 0 | 0.5 | 1 {
  if (days >= 1) return 1;
  return days > 0 ? 0.5 : 0;
}

function isBeforeReportIn(subject: Subject, date: string, today: string): boolean {
  return date < (subject.reportedInOn ?? today);
}

function ruleOf(
  day: { covers: readonly DayCover[]; counted: number; inTerm: boolean; working: boolean },
  beforeReportIn: boolean,
): DayRule {
  if (!day.inTerm) return "after-last-day";
  if (!day.working) return "day-off";
  if (day.counted > 0) return "class-counts";
  if (day.covers.some((each) => isPending(each))) return "pending";
  if (day.covers.length > 0) return "class-does-not-count";
  return beforeReportIn ? "not-reported" : "present";
}
