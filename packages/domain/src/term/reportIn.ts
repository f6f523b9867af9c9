import { daysTakenOut } from "../absence/daysTakenOut.ts";
import { isOwnCase } from "../access.ts";
import { addDays, lastDayOfTerm } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { doneCheckpoint, replanCheckpoints } from "../checkpoint.ts";
import { notReportedDays } from "../count/unreported.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import { isProvisional } from "../workCalendar.ts";

const earliestDaysBefore = 30;

/**
 * Confirms the day of report-in. Under `termStartsOn: nominal` the term stays and earlier working days show as not
 * reported; under `report-in` the term moves to that day and what has not happened is planned again. A day that leaves
 * working days unreported is taken with their number only (`lateDays`), as the calendar in force counts them.
 */
export function confirmReportIn(ground: Ground, on: string, lateDays?: number): Outcome<Change> {
  const { secondment } = ground;
  const refused = refusedNow(ground);
  if (refused) return refused;
  const day = checkDay(ground, on);
  if (!day.ok) return day;
  const moved = movedTerm(ground, on);
  const term = moved?.term ?? secondment.term;
  const lost = daysTakenOut(ground, { ...secondment, term });
  if (lost) return refuse("correction-lowers-count", "on", { countedDays: lost.countedDays });
  const late = lateDaysOf(ground, on);
  if (isUnconfirmed(late, lateDays)) return refuseLate(late);
  const planned = moved
    ? replanCheckpoints({ ...secondment, term }, term.to, ground)
    : secondment.checkpoints;
  const checkpoints = planned.map((each) => (each.key === "report-in" ? doneCheckpoint(each, on) : each));
  const status = secondment.status === "planned" ? ("serving" as const) : secondment.status;
  return accept({
    after: { ...secondment, ...moved, checkpoints, status, reportedInOn: on },
    event: { type: "report-in.confirmed", change: { on, status, ...(moved && { term }), ...saidLate(late) } },
  });
}

/** Whether this actor could confirm report-in now, whatever the day. */
export function mayConfirmReportIn(ground: Pick<Ground, "actor" | "secondment">): boolean {
  return may(ground.actor, "confirm-report-in", ground.secondment) && !refusedNow(ground);
}

function refusedNow({ actor, secondment }: Pick<Ground, "actor" | "secondment">): Refused | undefined {
  if (isOwnCase({ actor, secondment })) return refuse("own-case");
  const { reportedInOn, status } = secondment;
  if (reportedInOn) return refuse("already-reported-in", "on", { on: reportedInOn });
  return status === "planned" || status === "under-review"
    ? undefined
    : refuse("not-planned", undefined, { status });
}

/** Working days that a day of report-in leaves unreported, half days as 0.5; provisional where a notice is missing. */
export type LateDays = { days: number; from: string; to: string; provisional: boolean };

/** What a day of report-in would leave unreported, by the calendar in force. */
export function lateDaysOf(ground: Ground, on: string): LateDays {
  const { secondment, calendar, today } = ground;
  const after = { ...secondment, ...movedTerm(ground, on), reportedInOn: on };
  const { from } = after.term;
  const to = addDays(on, -1);
  return {
    days: notReportedDays(after, ground, today),
    from,
    to,
    provisional: from <= to && isProvisional(calendar, from, to),
  };
}

/** Whether days would stay unreported whose figure was not said; where none would, a figure said of another day is over. */
export function isUnconfirmed({ days }: LateDays, saidDays: number | undefined): boolean {
  return days > 0 && days !== saidDays;
}

/** Asks for the figure that was not said, or not as it is now. */
export function refuseLate({ days, from, to, provisional }: LateDays): Refused {
  return refuse(lateCode, "lateDays", { days, from, to, provisional: provisional ? 1 : 0 });
}

/** Code of the refusal that asks whether so many days shall stay unreported. */
export const lateCode = "late-days-unconfirmed";

/** For the trail: who confirmed the day knew how many it left. */
export function saidLate({ days }: LateDays): { lateDays?: number } {
  return days > 0 ? { lateDays: days } : {};
}

/** Not in the future, and within the term or thirty days before it. */
export function checkDay({ secondment, today }: Ground, on: string): Outcome<string> {
  if (on > today) return refuse("in-the-future", "on", { today });
  const earliest = addDays(secondment.nominalFrom ?? secondment.term.from, -earliestDaysBefore);
  if (on < earliest || on > lastDayServed(secondment))
    return refuse("outside-term", "on", { from: earliest, to: lastDayServed(secondment) });
  return accept(on);
}

/** Under `termStartsOn: report-in` the term begins on the day of report-in; undefined where nothing moves. */
export function movedTerm(
  { secondment, scheme }: Ground,
  on: string,
): Pick<Secondment, "term" | "nominalFrom"> | undefined {
  if (scheme.termStartsOn !== "report-in" || on === secondment.term.from) return undefined;
  const term = { from: on, to: lastDayOfTerm(on, scheme.termMonths) };
  return { term, nominalFrom: secondment.nominalFrom ?? secondment.term.from };
}
