import { addDays, lastDayOfTerm } from "./calendarDate.ts";
import type { Change, Ground } from "./change.ts";
import { doneCheckpoint, planCheckpoints } from "./checkpoint.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { lastDayServed } from "./secondment.ts";

const earliestDaysBefore = 30;

/**
 * Confirms the day of report-in. Under `termStartsOn: nominal` the term stays and earlier working days show as not
 * reported; under `report-in` the term moves to that day and what has not happened is planned again.
 */
export function confirmReportIn(ground: Ground, on: string): Outcome<Change> {
  const { secondment, scheme, calendar, today } = ground;
  if (secondment.reportedInOn) return refuse("already-reported-in", "on", { on: secondment.reportedInOn });
  if (!["planned", "under-review"].includes(secondment.status))
    return refuse("not-planned", undefined, { status: secondment.status });
  if (on > today) return refuse("in-the-future", "on", { today });
  const earliest = addDays(secondment.term.from, -earliestDaysBefore);
  if (on < earliest || on > lastDayServed(secondment))
    return refuse("outside-term", "on", { from: earliest, to: lastDayServed(secondment) });
  const moves = scheme.termStartsOn === "report-in" && on !== secondment.term.from;
  const term = moves ? { from: on, to: lastDayOfTerm(on, scheme.termMonths) } : secondment.term;
  const moved = moves && { term, nominalFrom: secondment.term.from };
  const planned = moves ? planCheckpoints(term, scheme, calendar) : secondment.checkpoints;
  const checkpoints = planned.map((each) => (each.key === "report-in" ? doneCheckpoint(each, on) : each));
  const status = secondment.status === "planned" ? ("serving" as const) : secondment.status;
  return accept({
    after: { ...secondment, ...moved, checkpoints, status, reportedInOn: on },
    event: { type: "report-in.confirmed", change: { on, status, ...(moves && { term }) } },
  });
}
