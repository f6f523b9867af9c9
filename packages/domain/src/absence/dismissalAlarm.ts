import { type Absence, isEffective } from "../absence.ts";
import { dateOf, dayNumber } from "../calendarDate.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";

export type DismissalAlarm = { on: string; consecutiveDays: number; calendarYearDays: number };

/**
 * Civil Servant Law Art. 88(5): unexplained more than 15 consecutive natural days, or 30 in a calendar year. An alarm
 * of its own, in natural days, never mixed with the working days of the limit. A half day counts as a day here.
 */
export function dismissalAlarm(
  subject: Pick<Secondment, "absences">,
  scheme: Scheme,
): DismissalAlarm | undefined {
  const days = unexplainedDays(subject.absences);
  const perYear = new Map<string, number>();
  let run = 0;
  for (const [index, day] of days.entries()) {
    run = days[index - 1] === day - 1 ? run + 1 : 1;
    const on = dateOf(day);
    const inYear = (perYear.get(on.slice(0, 4)) ?? 0) + 1;
    perYear.set(on.slice(0, 4), inYear);
    if (run > scheme.dismissalAlarm.consecutiveDays || inYear > scheme.dismissalAlarm.calendarYearDays)
      return { on, consecutiveDays: run, calendarYearDays: inYear };
  }
  return undefined;
}

function unexplainedDays(absences: readonly Absence[]): number[] {
  const days = new Set<number>();
  for (const absence of absences.filter((each) => isEffective(each) && each.class === "unexplained"))
    for (let day = dayNumber(absence.from); day <= dayNumber(absence.to); day += 1) days.add(day);
  return [...days].sort((a, b) => a - b);
}
