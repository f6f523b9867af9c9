import { type Absence, isEffective, isPending } from "../absence.ts";
import { dayNumber } from "../calendarDate.ts";
import type { GroupHalfDay } from "../count/groupHalfDay.ts";
import { halfDaysOf } from "../count/halfDays.ts";
import { groupHalfDayOf, type Whose, workingHalfOf } from "../count/workingHalf.ts";
import { classRuleOf } from "../scheme/classRule.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";

/** Why working days of an absence are not part of the count, in the order in which the first one is named. */
export const uncountedRules = [
  "not-standing",
  "outside-term",
  "class-does-not-count",
  "class-not-decided",
  "covered-by-another",
  "pending",
] as const;
export type UncountedRule = (typeof uncountedRules)[number];

/** One absence's part in the count: `workingDays` is `countedDays` and everything in `uncounted` together. */
export type AbsenceShare = {
  id: string;
  workingDays: number;
  countedDays: number;
  uncounted: { rule: UncountedRule; days: number }[];
  /** Half days of it that the officer has off as one of a group: no working days; absent where there are none. */
  halfDaysOff?: GroupHalfDay[];
};
type Subject = Pick<Secondment, "term" | "endedOn" | "absences"> & Whose;
type Rules = { scheme: Pick<Scheme, "classes" | "groupHalfDays" | "schemaVersion">; calendar: WorkCalendar };

/**
 * Divides the count among the absences, in their order. A half day that several cover belongs to the one that begins
 * first, among those that count already before those that wait, so that `countedDays` add up to the count and what is
 * pending to the pending days (`countOf`). In working days, halves as 0.5.
 */
export function absenceShares(subject: Subject, rules: Rules): AbsenceShare[] {
  const window = { first: dayNumber(subject.term.from) * 2, last: dayNumber(lastDayServed(subject)) * 2 + 1 };
  const isWorking = workingHalfOf(subject, rules);
  const taken = new Set<number>();
  const shares = new Map<Absence, AbsenceShare>();
  for (const absence of subject.absences.toSorted(byTurn)) {
    const halves = new Map<UncountedRule | "counted", number>();
    const halfDaysOff: GroupHalfDay[] = [];
    const { first, last } = halfDaysOf(absence);
    for (let half = first; half <= last; half += 1) {
      if (!isWorking(half)) {
        halfDaysOff.push(...[groupHalfDayOf(subject, rules, half)].flatMap((each) => each ?? []));
        continue;
      }
      const isInside = window.first <= half && half <= window.last;
      const rule = ruleOf(absence, { isInside, isTaken: taken.has(half), rules });
      if (rule === "counted" || rule === "pending") taken.add(half);
      halves.set(rule, (halves.get(rule) ?? 0) + 1);
    }
    const off = halfDaysOff.length > 0 && { halfDaysOff };
    shares.set(absence, { ...shareOf(absence.id, halves), ...off });
  }
  return subject.absences.flatMap((absence) => shares.get(absence) ?? []);
}

type Place = { isInside: boolean; isTaken: boolean; rules: Rules };

function ruleOf(absence: Absence, { isInside, isTaken, rules }: Place): UncountedRule | "counted" {
  const isWaiting = isPending(absence);
  if (!isWaiting && !isEffective(absence)) return "not-standing";
  if (!isInside) return "outside-term";
  const rule = classRuleOf(rules.scheme, absence.class);
  if (rule !== "counts") return rule === "not-decided" ? "class-not-decided" : "class-does-not-count";
  if (isTaken) return "covered-by-another";
  return isWaiting ? "pending" : "counted";
}

function shareOf(id: string, halves: ReadonlyMap<UncountedRule | "counted", number>): AbsenceShare {
  const days = (rule: UncountedRule | "counted") => (halves.get(rule) ?? 0) / 2;
  const uncounted = uncountedRules
    .map((rule) => ({ rule, days: days(rule) }))
    .filter((each) => each.days > 0);
  const countedDays = days("counted");
  return {
    id,
    countedDays,
    workingDays: uncounted.reduce((sum, each) => sum + each.days, countedDays),
    uncounted,
  };
}

/** What counts comes before what waits, and of either the one that begins first; equal ones keep their order. */
function byTurn(one: Absence, other: Absence): number {
  const waits = Number(isPending(one)) - Number(isPending(other));
  return waits || halfDaysOf(one).first - halfDaysOf(other).first;
}
