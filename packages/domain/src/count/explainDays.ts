import { type Absence, isEffective, isPending } from "../absence.ts";
import { dateOf, dayNumber } from "../calendarDate.ts";
import { classRuleOf } from "../scheme/classRule.ts";
import { type Scheme, schemeLabel } from "../scheme.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import { type CalendarDay, calendarDay, type WorkCalendar } from "../workCalendar.ts";
import type { GroupHalfDay } from "./groupHalfDay.ts";
import { type HalfDays, halfDaysOf, partOfDay } from "./halfDays.ts";
import { reportedInBy } from "./unreported.ts";
import { groupHalfDayOf, type Whose, workingHalfOf } from "./workingHalf.ts";

type Subject = Pick<Secondment, "term" | "endedOn" | "reportedInOn" | "absences"> &
  Partial<Pick<Secondment, "status" | "earlyEnd">> &
  Whose;

/** Why a day counts or not. */
export type DayRule =
  | "present"
  | "not-reported"
  | "day-off"
  | "half-day-off"
  | "class-counts"
  | "class-does-not-count"
  | "class-not-decided"
  | "pending"
  | "after-last-day";
export type DayCover = {
  id: string;
  class: Absence["class"];
  state: Absence["state"];
  part: "am" | "pm" | "full";
  counts: boolean;
  /** The scheme version does not decide its class. */
  isUndecided?: true;
};
/** The halves of one day on which the officer works. */
type Working = { am: boolean; pm: boolean };
/** One day of the term with everything that explains its share of the count. */
export type ExplainedDay = CalendarDay & {
  counted: 0 | 0.5 | 1;
  pending: 0 | 0.5 | 1;
  rule: DayRule;
  scheme: string;
  covers: DayCover[];
  /** The half that the officer has off as one of a group. */
  halfDayOff?: GroupHalfDay;
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
  const rules = { scheme, calendar };
  const isWorking = workingHalfOf(subject, rules);
  const days: ExplainedDay[] = [];
  for (let day = dayNumber(subject.term.from); day <= dayNumber(subject.term.to); day += 1) {
    const onCalendar = calendarDay(calendar, dateOf(day));
    const covers = coversOf(relevant, day, scheme);
    const inTerm = onCalendar.date <= last;
    const working = { am: inTerm && isWorking(day * 2), pm: inTerm && isWorking(day * 2 + 1) };
    const counting = covers.filter((each) => each.counts);
    const counted = share(counting.filter(isEffective), working);
    const forecast = share(counting, working);
    const facts = { covers, counted, inTerm, working };
    const rule = ruleOf(facts, ruleWithoutAbsence(subject, onCalendar.date, today));
    const off = [day * 2, day * 2 + 1].flatMap((half) => groupHalfDayOf(subject, rules, half) ?? [])[0];
    const found = { counted, pending: toShare(forecast - counted), rule, scheme: label, covers };
    days.push({ ...onCalendar, ...found, ...(off && { halfDayOff: off }) });
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
    const rule = classRuleOf(scheme, absence.class);
    const open = rule === "not-decided" && { isUndecided: true as const };
    const { id, class: absenceClass, state } = absence;
    covers.push({ id, class: absenceClass, state, part, counts: rule === "counts", ...open });
  }
  return covers;
}

function share(covers: readonly DayCover[], working: Working): 0 | 0.5 | 1 {
  const am = working.am && covers.some((each) => each.part !== "pm");
  const pm = working.pm && covers.some((each) => each.part !== "am");
  return toShare((am ? 0.5 : 0) + (pm ? 0.5 : 0));
}

function toShare(days: number): 0 | 0.5 | 1 {
  if (days >= 1) return 1;
  return days > 0 ? 0.5 : 0;
}

function ruleWithoutAbsence(subject: Subject, date: string, today: string): DayRule {
  if (date < reportedInBy(subject, today)) return "not-reported";
  return subject.status === "withdrawn" ? "after-last-day" : "present";
}

function ruleOf(
  day: { covers: readonly DayCover[]; counted: number; inTerm: boolean; working: Working },
  withoutAbsence: DayRule,
): DayRule {
  if (!day.inTerm) return "after-last-day";
  if (!day.working.am && !day.working.pm) return "day-off";
  if (day.counted > 0) return "class-counts";
  const onWork = day.covers.filter((each) => touches(each, day.working));
  if (day.covers.length > 0 && onWork.length === 0) return "half-day-off";
  if (onWork.some((each) => each.isUndecided)) return "class-not-decided";
  if (onWork.some((each) => isPending(each))) return "pending";
  if (onWork.length > 0) return "class-does-not-count";
  return withoutAbsence;
}

function touches({ part }: DayCover, working: Working): boolean {
  return (working.am && part !== "pm") || (working.pm && part !== "am");
}
