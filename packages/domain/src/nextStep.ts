import { type Absence, isEffective } from "./absence.ts";
import { addDays, laterOf } from "./calendarDate.ts";
import { escalatesOn } from "./checkpoint.ts";
import { countDays, verdictOf } from "./count.ts";
import type { Scheme } from "./scheme.ts";
import { type Checkpoint, lastDayServed, type Secondment } from "./secondment.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/** One thing that the workflow does to a secondment, and the first date on which it must be done. */
export type Step =
  | { step: "open-checkpoint"; on: string; key: Checkpoint["key"] }
  | { step: "remind"; on: string; key: Checkpoint["key"] }
  | { step: "mark-late"; on: string; key: Checkpoint["key"] }
  | { step: "escalate"; on: string; key: Checkpoint["key"]; level: "branch" | "bureau" }
  | { step: "warn"; on: string; countedDays: number }
  | { step: "open-review"; on: string; countedDays: number; absenceId?: string }
  | { step: "close-review"; on: string; countedDays: number; absenceId?: string }
  | { step: "complete"; on: string };
type Rules = { scheme: Scheme; calendar: WorkCalendar };

const ordinary = ["planned", "serving"];

/** Everything still to be done to a secondment without anyone's further act, each with its date. */
export function stepsOf(secondment: Secondment, rules: Rules): Step[] {
  const { status } = secondment;
  if (!["planned", "serving", "under-review", "awaiting-ruling"].includes(status)) return [];
  const limit = [...warningSteps(secondment, rules), ...reviewSteps(secondment, rules)];
  if (!ordinary.includes(status)) return limit;
  const complete: Step = { step: "complete", on: addDays(lastDayServed(secondment), 1) };
  return [...checkpointSteps(secondment, rules), complete, ...limit];
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

/**
 * The first by date, so that late sweeps do first what punctual ones had done by then: the ordinary path goes as far
 * as the day on which a review opens, and of one day the ordinary path goes first.
 */
function earliest(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>(
    (first, each) => (first && first.on <= each.on ? first : each),
    undefined,
  );
}

/** The review of a secondment that is open now. */
export function openReviewOf(secondment: Pick<Secondment, "reviews">) {
  return secondment.reviews.find((each) => each.closedOn === undefined);
}

function reviewSteps(secondment: Secondment, rules: Rules): Step[] {
  const countedDays = countedOf(secondment, secondment.absences, rules);
  const isExceeded = verdictOf(countedDays, rules.scheme.limitDays) === "exceeded";
  const open = openReviewOf(secondment);
  if (isExceeded && !open) {
    const cause = crossing(
      secondment,
      rules,
      (days) => verdictOf(days, rules.scheme.limitDays) === "exceeded",
    );
    return [{ step: "open-review", countedDays, ...cause }];
  }
  if (!isExceeded && open)
    return [{ step: "close-review", countedDays, ...lastCorrection(secondment, open.openedOn) }];
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

function checkpointSteps(secondment: Secondment, rules: Rules): Step[] {
  return secondment.checkpoints.flatMap((checkpoint): Step[] => {
    const { key, dueOn: due, escalation } = checkpoint;
    if (checkpoint.state === "done") return [];
    if (checkpoint.state === "planned") return [{ step: "open-checkpoint", on: checkpoint.opensOn, key }];
    if (checkpoint.state === "open") {
      const reminder = checkpoint.reminders.find((each) => each.state === "planned");
      const late: Step = { step: "mark-late", on: addDays(due, 1), key };
      return reminder ? [{ step: "remind", on: reminder.on, key }, late] : [late];
    }
    if (escalation === "bureau") return [];
    const level = escalation === "none" ? "branch" : "bureau";
    return [{ step: "escalate", on: escalatesOn(checkpoint, level, rules), key, level }];
  });
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
  const on = laterOf(cause?.effective?.on ?? secondment.term.from, secondment.recounted?.on ?? "");
  return { on, ...(cause && { absenceId: cause.id }) };
}

/** What brought the count back: the latest decision or recount since the review opened, for nothing else came between. */
function lastCorrection({ absences, recounted }: Secondment, openedOn: string) {
  const last = absences
    .flatMap(({ id, decisions }) => decisions.map((each) => ({ ...each, absenceId: id })))
    .filter(({ on }) => on >= openedOn)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
  if (recounted && recounted.on >= openedOn && recounted.version > (last?.version ?? 0))
    return { on: recounted.on };
  return last ? { on: last.on, absenceId: last.absenceId } : { on: openedOn };
}
