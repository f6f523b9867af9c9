import { addDays, addMonths, laterOf } from "./calendarDate.ts";
import type { CheckpointPlan } from "./schemeSchema.ts";
import type { Checkpoint, Secondment } from "./secondment.ts";
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from "./workCalendar.ts";

type Term = Secondment["term"];
/** What of a plan dates its checkpoint; what else a plan says is the affair of its kind of record. */
export type DatedPlan = Omit<CheckpointPlan, "kind" | "name" | "forms" | "onDayOff">;
/** A scheme as far as it dates checkpoints: of secondments and of pairs alike. */
export type Timetable = { readonly checkpoints: readonly DatedPlan[] };
type Rules = { scheme: Timetable; calendar: WorkCalendar };

/**
 * The dated steps of one term by the scheme's timetable, by due date; a due date on a day off moves to the next working
 * day.
 */
export function planCheckpoints(term: Term, scheme: Timetable, calendar: WorkCalendar): Checkpoint[] {
  return scheme.checkpoints
    .flatMap((plan) =>
      scheduled(plan, term).map(({ key, on }): Checkpoint => {
        const opensOn = nextWorkingDay(calendar, laterOf(term.from, addDays(on, -plan.opensDaysBefore)));
        const dueOn = laterOf(addWorkingDays(calendar, on, workingDaysOf(plan)), opensOn);
        return { key, opensOn, dueOn, state: "planned", escalation: "none", reminded: 0 };
      }),
    )
    .toSorted(byDueDate);
}

/**
 * The timetable after the term changed: what has opened keeps its dates, for people were told them; what has not is
 * planned anew. What the new term has no place for falls away, or is dropped if it had opened.
 */
export function replanCheckpoints(
  subject: Pick<Secondment, "checkpoints" | "term">,
  lastDay: string,
  rules: Rules,
): Checkpoint[] {
  const fresh = planCheckpoints({ from: subject.term.from, to: lastDay }, rules.scheme, rules.calendar);
  const places = new Set(fresh.map(({ key }) => key));
  const begun = dropCheckpoints(
    subject.checkpoints.filter(({ state }) => state !== "planned"),
    ({ key }) => !places.has(key),
  );
  const known = new Set(begun.map(({ key }) => key));
  return [...begun, ...fresh.filter(({ key }) => !known.has(key))].toSorted(byDueDate);
}

/** The plan behind a checkpoint: the part of its key before the point. */
export function planOf<P extends { readonly key: string }>(
  scheme: { readonly checkpoints: readonly P[] },
  key: string,
): P {
  const [name] = key.split(".");
  const plan = scheme.checkpoints.find((each) => each.key === name);
  if (!plan) throw new Error(`the scheme has no checkpoint ${key}`);
  return plan;
}

/** Days on which a checkpoint is reminded of, earliest first; those on or before its opening fall away. */
export function remindersOf(checkpoint: Checkpoint, scheme: Timetable): string[] {
  return planOf(scheme, checkpoint.key)
    .remindDaysBefore.map((days) => addDays(checkpoint.dueOn, -days))
    .filter((on) => on > checkpoint.opensOn)
    .sort();
}

/** The day on which a late checkpoint climbs to a level, in working days after its due date. */
export function escalatesOn(
  checkpoint: Checkpoint,
  level: "branch" | "bureau",
  { scheme, calendar }: Rules,
): string {
  const plan = planOf(scheme, checkpoint.key);
  return addWorkingDays(calendar, checkpoint.dueOn, plan.escalateAfterWorkingDays[level]);
}

/** The day on which a late checkpoint is missed; undefined for one that is waited for. */
export function missedOn(checkpoint: Checkpoint, { scheme, calendar }: Rules): string | undefined {
  const days = planOf(scheme, checkpoint.key).missedAfterWorkingDays;
  return days === undefined ? undefined : addWorkingDays(calendar, checkpoint.dueOn, days);
}

/** A checkpoint as done on a day: whether it was in time follows from its due date. */
export function doneCheckpoint(checkpoint: Checkpoint, doneOn: string): Checkpoint {
  return { ...checkpoint, state: "done", doneOn };
}

/** What is not needed any more after a term was cut short or ruled; what was done, late or missed stays as it was. */
export function dropCheckpoints(
  checkpoints: readonly Checkpoint[],
  isDropped: (each: Checkpoint) => boolean,
): Checkpoint[] {
  return checkpoints.map((each) =>
    ["planned", "open", "late"].includes(each.state) && isDropped(each)
      ? { ...each, state: "dropped" }
      : each,
  );
}

/** A checkpoint that somebody still has to do something about. */
export function isAwaited(checkpoint: Pick<Checkpoint, "state">): boolean {
  return checkpoint.state === "open" || checkpoint.state === "late";
}

/** Of one day by key, so that planning anew what has not changed gives the same list. */
export function byDueDate(one: Checkpoint, other: Checkpoint): number {
  const [a, b] = one.dueOn === other.dueOn ? [one.key, other.key] : [one.dueOn, other.dueOn];
  return a < b ? -1 : 1;
}

function workingDaysOf({ schedule }: DatedPlan): number {
  return schedule.from === "each-month" ? 0 : (schedule.workingDays ?? 0);
}

/** The scheduled dates before any move: one for each month of the plan, or for each calendar month of the term. */
function scheduled({ key, schedule }: DatedPlan, term: Term): { key: string; on: string }[] {
  if (schedule.from === "each-month")
    return monthsOf(term).map((month) => ({
      key: `${key}.${month}`,
      on: `${addMonths(`${month}-01`, 1).slice(0, 7)}-${String(schedule.day).padStart(2, "0")}`,
    }));
  const anchor = schedule.from === "start" ? term.from : addDays(term.to, 1);
  const dates = schedule.months.map((months) => ({
    key: schedule.months.length === 1 ? key : `${key}.${months}`,
    on: addMonths(anchor, months),
  }));
  // A term that ends early has no place for what would come after its end; what hangs on the end moves with it.
  return dates.filter(({ on }) => schedule.from === "end" || on <= term.to);
}

/** The calendar months that a term touches, as `YYYY-MM`. */
export function monthsOf({ from, to }: Term): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7))
    months.push(month);
  return months;
}
