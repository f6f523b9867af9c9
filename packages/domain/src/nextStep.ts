import { type Absence, isEffective } from "./absence.ts";
import { addDays, laterOf } from "./calendarDate.ts";
import { type CheckpointStep, checkpointSteps } from "./checkpointSteps.ts";
import { countDays, verdictOf } from "./count/count.ts";
import { earliest } from "./earliest.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, limitDaysOf, openReviewOf, type Secondment } from "./secondment.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/** One thing that the workflow does to a secondment, and the first date on which it must be done. */
export type Step =
  | CheckpointStep
  | { step: "warn"; on: string; countedDays: number }
  | { step: "open-review"; on: string; countedDays: number; absenceId?: string }
  | { step: "close-review"; on: string; countedDays: number; absenceId?: string }
  | { step: "complete"; on: string };
type Rules = { scheme: Scheme; calendar: WorkCalendar };

const ordinary = ["planned", "serving"];
const open = [...ordinary, "under-review", "awaiting-ruling"];

/**
 * Everything still to be done to a secondment without anyone's further act, each with its date. A review stops the way
 * to recognition, not the assessments: what the ruling will rest on goes on being filed.
 */
export function stepsOf(secondment: Secondment, rules: Rules): Step[] {
  const { status } = secondment;
  if (status === "recognised") return checkpointSteps(secondment, rules);
  if (!open.includes(status)) return [];
  const complete: Step[] = ordinary.includes(status)
    ? [{ step: "complete", on: addDays(lastDayServed(secondment), 1) }]
    : [];
  return [
    ...checkpointSteps(secondment, rules),
    ...complete,
    ...warningSteps(secondment, rules),
    ...reviewSteps(secondment, rules),
  ];
}

/** The one question the workflow asks: what is to be done on this date? */
export function nextStep(
  secondment: Secondment,
  rules: Rules,
  today: string,
): Step | { step: "nothing-left" } {
  const due = stepsOf(secondment, rules).filter((each) => each.on <= today);
  return earliest(due) ?? { step: "nothing-left" };
}

/** Next date on which something must happen; undefined when nothing is left for the workflow. */
export function dueOn(secondment: Secondment, rules: Rules): string | undefined {
  return earliest(stepsOf(secondment, rules))?.on;
}

function reviewSteps(secondment: Secondment, rules: Rules): Step[] {
  const countedDays = countedOf(secondment, secondment.absences, rules);
  const limitDays = limitDaysOf(secondment, rules.scheme);
  const isExceeded = verdictOf(countedDays, limitDays) === "exceeded";
  const review = openReviewOf(secondment);
  if (isExceeded && !review) {
    const cause = crossing(secondment, rules, (days) => verdictOf(days, limitDays) === "exceeded");
    return [{ step: "open-review", countedDays, ...cause }];
  }
  if (!isExceeded && review)
    return [{ step: "close-review", countedDays, ...lastCorrection(secondment, review.openedOn) }];
  return [];
}

function warningSteps(secondment: Secondment, rules: Rules): Step[] {
  const countedDays = countedOf(secondment, secondment.absences, rules);
  const known = secondment.warnings.map((each) => each.levelDays);
  const crossed = rules.scheme.warnAtDays.filter((level) => level <= countedDays && !known.includes(level));
  if (crossed.length === 0) return [];
  const highest = Math.max(...crossed);
  return [{ step: "warn", countedDays, on: crossing(secondment, rules, (days) => days >= highest).on }];
}

function countedOf(secondment: Secondment, absences: readonly Absence[], rules: Rules): number {
  return countDays(secondment, absences.filter(isEffective), rules);
}

/** The decision that brought the count to a level: its date and absence, in the order in which decisions fell. */
function crossing(secondment: Secondment, rules: Rules, reaches: (countedDays: number) => boolean) {
  const decided = secondment.absences
    .filter(isEffective)
    .toSorted((a, b) => (a.effective?.version ?? 0) - (b.effective?.version ?? 0));
  const index = decided.findIndex((_, at) => reaches(countedOf(secondment, decided.slice(0, at + 1), rules)));
  const cause = decided[index];
  const { recounted, continues } = secondment;
  const elsewhere = laterOf(recounted?.on ?? "", continues?.changedOn ?? "");
  const on = laterOf(cause?.effective?.on ?? secondment.term.from, elsewhere);
  return { on, ...(cause && { absenceId: cause.id }) };
}

/** What brought the count back: the latest decision, recount or change of the term before since the review opened. */
function lastCorrection({ absences, recounted, continues }: Secondment, openedOn: string) {
  const last = absences
    .flatMap(({ id, decisions }) => decisions.map((each) => ({ ...each, absenceId: id })))
    .filter(({ on }) => on >= openedOn)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
  if (recounted && recounted.on >= openedOn && recounted.version > (last?.version ?? 0))
    return { on: recounted.on };
  const carriedOn = continues?.changedOn ?? "";
  if (carriedOn >= openedOn && carriedOn > (last?.on ?? "")) return { on: carriedOn };
  return last ? { on: last.on, absenceId: last.absenceId } : { on: openedOn };
}
