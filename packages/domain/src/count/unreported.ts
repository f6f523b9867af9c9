import { type Absence, isEffective, isPending } from "../absence.ts";
import { addDays, dayNumber, earlierOf } from "../calendarDate.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import { halfDaysOf } from "./halfDays.ts";
import { type HalfRules, type Whose, workingHalfOf } from "./workingHalf.ts";

type Subject = Pick<Secondment, "term" | "endedOn" | "reportedInOn" | "absences"> &
  Partial<Pick<Secondment, "status" | "earlyEnd">> &
  Whose;

/**
 * Working days before a late report-in that no absence explains: shown, never counted by themselves. Nobody is awaited
 * any more from the day on which a secondment was withdrawn.
 */
export function notReportedDays(subject: Subject, rules: HalfRules, today: string): number {
  return unreportedHalves(subject, rules, today).length / 2;
}

/** The same as half days: 2 × day number for a morning, + 1 for an afternoon. */
export function unreportedHalves(subject: Subject, rules: HalfRules, today: string): number[] {
  const end = earlierOf(addDays(reportedInBy(subject, today), -1), lastDayServed(subject));
  const isWorking = workingHalfOf(subject, rules);
  const halves: number[] = [];
  for (let day = dayNumber(subject.term.from); day <= dayNumber(end); day += 1) {
    for (const half of [day * 2, day * 2 + 1])
      if (isWorking(half) && !subject.absences.some((each) => explains(each, half))) halves.push(half);
  }
  return halves;
}

/** The day of report-in; while nobody reported in today, and no later day than that of the withdrawal. */
export function reportedInBy(
  { reportedInOn, status, earlyEnd }: Pick<Subject, "reportedInOn" | "status" | "earlyEnd">,
  today: string,
): string {
  if (reportedInOn !== undefined) return reportedInOn;
  return status === "withdrawn" && earlyEnd ? earlierOf(earlyEnd.decidedOn, today) : today;
}

function explains(absence: Absence, half: number): boolean {
  const { first, last } = halfDaysOf(absence);
  return (isEffective(absence) || isPending(absence)) && first <= half && half <= last;
}
