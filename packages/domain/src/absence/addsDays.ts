import type { AbsenceFacts } from "../absence.ts";
import { halfDaysOf } from "../count/halfDays.ts";

/** Whether an amendment reaches beyond what was approved: more half days at either end, or another class. */
export function addsDays(before: AbsenceFacts, after: AbsenceFacts): boolean {
  const old = halfDaysOf(before);
  const next = halfDaysOf(after);
  return next.first < old.first || next.last > old.last || before.class !== after.class;
}
