import type { Ground } from "../change.ts";
import {
  byDueDate,
  dropCheckpoints,
  isAwaited,
  planCheckpoints,
  planOf,
  replanCheckpoints,
} from "../checkpoint.ts";
import type { Checkpoint, Secondment } from "../secondment.ts";
import { addWorkingDays } from "../workCalendar.ts";

/** Working days from the decision that who is asked for a form has at least. */
const noticeWorkingDays = 5;

/**
 * The timetable of a term that ends earlier: planned anew, and what had opened for days that fall away is dropped. What is
 * asked of people by it is due some working days after today at the earliest: nobody is late with what was not yet asked.
 */
export function withinTerm(
  subject: Pick<Secondment, "term" | "checkpoints">,
  lastDay: string,
  rules: Pick<Ground, "scheme" | "calendar" | "today">,
): Checkpoint[] {
  const { scheme, calendar, today } = rules;
  const term = { from: subject.term.from, to: lastDay };
  const placed = new Set(planCheckpoints(term, scheme, calendar).map(({ key }) => key));
  const replanned = replanCheckpoints(subject, lastDay, { scheme, calendar });
  const kept = dropCheckpoints(replanned, (each) => isAwaited(each) && !placed.has(each.key));
  const earliest = addWorkingDays(calendar, today, noticeWorkingDays);
  // A ruling is asked of nobody: it is due by the end itself.
  return kept
    .map((each) =>
      each.state === "planned" && each.dueOn < earliest && planOf(scheme, each.key).kind !== "ruling"
        ? { ...each, dueOn: earliest }
        : each,
    )
    .toSorted(byDueDate);
}
