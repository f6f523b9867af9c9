import type { Ground } from "../change.ts";
import { dropCheckpoints, isAwaited, planCheckpoints, replanCheckpoints } from "../checkpoint.ts";
import type { Checkpoint, Secondment } from "../secondment.ts";

/** The timetable of a term that ends earlier: planned anew, and what had opened for days that fall away is dropped. */
export function withinTerm(
  subject: Pick<Secondment, "term" | "checkpoints">,
  lastDay: string,
  rules: Pick<Ground, "scheme" | "calendar">,
): Checkpoint[] {
  const { scheme, calendar } = rules;
  const term = { from: subject.term.from, to: lastDay };
  const placed = new Set(planCheckpoints(term, scheme, calendar).map(({ key }) => key));
  const replanned = replanCheckpoints(subject, lastDay, { scheme, calendar });
  return dropCheckpoints(replanned, (each) => isAwaited(each) && !placed.has(each.key));
}
