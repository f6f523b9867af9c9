import { daysTakenOut } from "../absence/daysTakenOut.ts";
import { openAbsences } from "../absence/lowering.ts";
import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import { withinTerm } from "../assessment/shorterTerm.ts";
import { addDays, dateOf, laterOf } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { dropCheckpoints } from "../checkpoint.ts";
import { countDays } from "../count/count.ts";
import { countedHalves } from "../count/countedHalves.ts";
import { unreportedHalves } from "../count/unreported.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import type { EarlyEnd } from "../earlyEnd.ts";
import { isOpenRequest } from "../extension.ts";
import { may, mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { proposedReportIn } from "../reportInCorrection.ts";
import { rulingCount } from "../ruling/rulingOf.ts";
import { openReviewOf, ruledTerm } from "../secondment.ts";

export type EarlyEndInput = Omit<EarlyEnd, "by" | "decidedOn" | "heldUntil">;

const earliestDaysBack = 30;
const running = ["planned", "serving", "under-review"];

/**
 * HR ends a term before its last day, after somebody was heard. Completed: the rest of the timetable moves to the new
 * end and the year is ruled. Cancelled: nothing is asked for any more and the year is not ruled, so not over the limit;
 * where nobody ever reported in, the secondment is withdrawn, and the officer stays held for days that are left behind.
 */
export function endEarly(ground: Ground, input: EarlyEndInput): Outcome<Change> {
  const refused = refusedNow(ground) ?? refusedDates(ground, input) ?? refusedCount(ground, input);
  if (refused) return refused;
  const { secondment, actor, today } = ground;
  const { on, outcome, reason, consultation } = input;
  const earlyEnd = { on, outcome, reason, consultation, by: signature(actor), decidedOn: today };
  const facts = { on, outcome, reason, consultation };
  if (outcome === "completed") {
    const checkpoints = withinTerm(secondment, on, ground);
    const after = { ...secondment, endedOn: on, earlyEnd, checkpoints };
    return accept({ after, event: { type: "term.completed-early", change: facts } });
  }
  const ended = {
    ...secondment,
    earlyEnd,
    checkpoints: dropCheckpoints(secondment.checkpoints, () => true),
  };
  if (secondment.reportedInOn === undefined) {
    const heldUntil = lastDayLeft(ground, on);
    const held = heldUntil === undefined ? {} : { heldUntil };
    const after = { ...ended, earlyEnd: { ...earlyEnd, ...held }, status: "withdrawn" as const };
    return accept({ after, event: { type: "secondment.withdrawn", change: { ...facts, ...held } } });
  }
  const after = { ...ended, status: "ended-early" as const, endedOn: on };
  return accept({ after, event: { type: "term.cancelled", change: facts } });
}

/** Whether this actor is the one to end this term early; what stands in the way until it is decided, the rule says. */
export function mayEndEarly(ground: Pick<Ground, "actor" | "secondment">): boolean {
  return may(ground.actor, "end-early", ground.secondment) && !refusedAtAll(ground);
}

function refusedAtAll(ground: Pick<Ground, "actor" | "secondment">): Refused | undefined {
  const { status, earlyEnd } = ground.secondment;
  if (!mayTry(ground.actor, "end-early")) return refuse("not-for-this-role");
  if (isOwnCase(ground)) return refuse("own-case");
  if (earlyEnd) return refuse("already-ended-early", undefined, { on: earlyEnd.on });
  return running.includes(status) ? undefined : refuse("not-running", undefined, { status });
}

function refusedNow(ground: Ground): Refused | undefined {
  const { secondment } = ground;
  const { rulings, extension } = secondment;
  const refused = refusedAtAll(ground);
  if (refused) return refused;
  // It would stay undecided for ever: a term that ended is closed to facts or goes on to its ruling.
  if (proposedReportIn(secondment)) return refuse("report-in-undecided");
  if (rulings.at(-1)?.state === "proposed") return refuse("ruling-already-proposed");
  if (extension?.state === "granted") return refuse("further-term-granted");
  return extension && isOpenRequest(extension) ? refuse("extension-open") : undefined;
}

/** From thirty days back to the day before the nominal end; one that never began may also end before its first day. */
function refusedDates({ secondment, today }: Ground, input: EarlyEndInput): Refused | undefined {
  const { term, reportedInOn } = secondment;
  const { on, outcome, consultation } = input;
  const hasBegun = reportedInOn !== undefined;
  if (!hasBegun && outcome === "completed") return refuse("never-reported-in", "outcome");
  const earliest = addDays(today, -earliestDaysBack);
  const from = hasBegun ? laterOf(laterOf(earliest, term.from), reportedInOn) : earliest;
  const to = addDays(term.to, -1);
  if (on < from || on > to) return refuse("outside-term", "on", { from, to });
  if (consultation.on > today) return refuse("in-the-future", "consultation.on", { today });
  return refusedDocumentDate(consultation.on, today, "consultation.on");
}

/**
 * An early end must not take days out of the count, also where the year is not ruled: those absences are decided or
 * shortened first, by two people. Nor does it spare the days of a make-up term: the limit was raised because they are served.
 */
function refusedCount(ground: Ground, input: EarlyEndInput): Refused | undefined {
  const { secondment } = ground;
  if (input.outcome === "cancelled") {
    const refused = refusedCancelling(ground);
    if (refused) return refused;
  } else if (secondment.madeUpDays !== undefined)
    return refuse("make-up-not-served", "outcome", { days: secondment.madeUpDays, to: secondment.term.to });
  const lost = daysTakenOut(ground, { ...secondment, endedOn: input.on });
  return lost && refuse("absences-after-last-day", "on", { days: lost.days });
}

/** One person must not spare a year the ruling that its count calls for, or may call for once everything is decided. */
function refusedCancelling(ground: Ground): Refused | undefined {
  const { secondment } = ground;
  const { countedDays, limitDays, verdict } = rulingCount(ground);
  const isReviewed = secondment.status === "under-review" || openReviewOf(secondment) !== undefined;
  if (verdict === "exceeded" || isReviewed)
    return refuse("must-be-ruled", "outcome", { countedDays, limitDays });
  const possibleDays = countDays(ruledTerm(secondment), openAbsences(secondment), ground);
  if (possibleDays <= limitDays) return undefined;
  return refuse("undecided-may-exceed", "outcome", { countedDays, possibleDays, limitDays });
}

/** The last day up to the end that counts or waits, or up to today that nobody reported; undefined where there is none. */
function lastDayLeft(ground: Ground, on: string): string | undefined {
  const { secondment, today } = ground;
  const standing = countedHalves({ ...secondment, endedOn: on }, openAbsences(secondment), ground);
  const last = Math.max(...standing, ...unreportedHalves(secondment, ground, today));
  return Number.isFinite(last) ? dateOf(last >> 1) : undefined;
}
