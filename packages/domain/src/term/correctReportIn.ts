import { daysTakenOut } from "../absence/daysTakenOut.ts";
import { type Evidence, isEffective } from "../absence.ts";
import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import { dayNumber } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { doneCheckpoint, replanCheckpoints } from "../checkpoint.ts";
import { unreportedHalves } from "../count/unreported.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { loweredAloneDays, proposedReportIn, type ReportInCorrection } from "../reportInCorrection.ts";
import { doesCount } from "../scheme/classRule.ts";
import { isOpenToFacts, lastDayServed, type Secondment } from "../secondment.ts";
import { checkDay, isUnconfirmed, lateDaysOf, movedTerm, refuseLate, saidLate } from "./reportIn.ts";

const mostCorrections = 20;

export type ReportInCorrectionInput = {
  on: string;
  reason: string;
  lateDays?: number | undefined;
  evidence?: Evidence | undefined;
};

/**
 * HR corrects a day of report-in that was entered wrongly, with the reason. Where it moves the term, what has not
 * happened is planned again. One that, with all that one person alone corrected in this term, takes more than three
 * working days out of what is unreported is a proposal with evidence and takes effect when another person approves it.
 * One that lowers a count is refused: days are corrected one by one. Days that stay unreported are confirmed as at
 * report-in.
 */
export function correctReportIn(ground: Ground, input: ReportInCorrectionInput): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const before = secondment.reportedInOn;
  if (before === undefined) return refuse("not-reported-in");
  const checked = checkCorrection(ground, input.on);
  if (!checked.ok) return checked;
  if (proposedReportIn(secondment)) return refuse("report-in-undecided");
  if (secondment.reportInCorrections.length >= mostCorrections)
    return refuse("too-many-report-in-corrections", undefined, { limit: mostCorrections });
  const { on, reason, lateDays, evidence } = input;
  const late = lateDaysOf(ground, on);
  if (isUnconfirmed(late, lateDays)) return refuseLate(late);
  const undated = evidence && refusedDocumentDate(evidence.date, today, "evidence.date");
  if (undated) return undated;
  const loweredDays = loweredBy(ground, on);
  const needsSecond = loweredDays > 0 && loweredDays + loweredAlone(secondment) > loweredAloneDays;
  if (needsSecond && !evidence)
    return refuse("report-in-needs-evidence", "evidence", { days: loweredDays, limit: loweredAloneDays });
  const correction: ReportInCorrection = {
    id: `r${secondment.reportInCorrections.length + 1}`,
    before,
    on,
    reason,
    ...(evidence && { evidence }),
    by: signature(actor),
    madeOn: today,
    state: needsSecond ? "proposed" : "made",
    loweredDays,
  };
  const { id } = correction;
  const said = { correctionId: id, on, before, reason, ...(evidence && { evidence }), loweredDays };
  const reportInCorrections = [...secondment.reportInCorrections, correction];
  if (needsSecond)
    return accept({
      after: { ...secondment, reportInCorrections },
      event: { type: "report-in.correction-proposed", change: said },
    });
  const after = { ...corrected(ground, on), reportInCorrections };
  const moved = after.term !== secondment.term && { term: after.term };
  return accept({
    after,
    event: { type: "report-in.corrected", change: { ...said, ...moved, ...saidLate(late) } },
  });
}

/** Why the day cannot be corrected so now: asked when it is, and again when another person approves it. */
export function checkCorrection(ground: Ground, on: string): Outcome<string> {
  const refused = refusedNow(ground);
  if (refused) return refused;
  if (on === ground.secondment.reportedInOn) return refuse("nothing-changes", "on");
  const day = checkDay(ground, on);
  if (!day.ok) return day;
  return refusedMove(ground, on) ?? day;
}

/** Whether this actor could correct the day of report-in now, whatever the day. */
export function mayCorrectReportIn(ground: Pick<Ground, "actor" | "secondment">): boolean {
  const { actor, secondment } = ground;
  const isThere = secondment.reportedInOn !== undefined;
  return isThere && may(actor, "correct-report-in", secondment) && !refusedNow(ground);
}

function refusedNow(ground: Pick<Ground, "actor" | "secondment">): Refused | undefined {
  const { status } = ground.secondment;
  if (!isOpenToFacts(ground.secondment)) return refuse("closed-to-facts", undefined, { status });
  return isOwnCase(ground) ? refuse("own-case") : undefined;
}

function refusedMove(ground: Ground, on: string): Refused | undefined {
  const { secondment } = ground;
  const moved = movedTerm(ground, on);
  if (moved && secondment.status === "awaiting-ruling") return refuse("term-is-over");
  if (moved && isTermChanged(secondment))
    return refuse("term-was-changed", "on", { to: lastDayServed(secondment) });
  const lost = daysTakenOut(ground, { ...secondment, ...moved });
  return lost && refuse("correction-lowers-count", "on", { countedDays: lost.countedDays });
}

/** The record with another day of report-in, and with what follows from it planned again. */
export function corrected(ground: Ground, on: string): Secondment {
  const { secondment } = ground;
  const moved = movedTerm(ground, on);
  const after = { ...secondment, ...moved, reportedInOn: on };
  const planned = moved ? replanCheckpoints(after, after.term.to, ground) : secondment.checkpoints;
  const checkpoints = planned.map((each) => (each.key === "report-in" ? doneCheckpoint(each, on) : each));
  return { ...after, checkpoints };
}

/**
 * Working days that a correction takes out of what is unreported. Only what counts already explains a day here: what
 * waits, or does not count, could be taken back afterwards and would have hidden it.
 */
export function loweredBy(ground: Ground, on: string): number {
  const { secondment, scheme, today } = ground;
  const absences = secondment.absences.filter((each) => isEffective(each) && doesCount(scheme, each.class));
  const before = unreportedHalves({ ...secondment, absences }, ground, today);
  const from = dayNumber(on) * 2;
  const moved = movedTerm(ground, on);
  const first = dayNumber((moved?.term ?? secondment.term).from) * 2;
  return before.filter((half) => half >= from || half < first).length / 2;
}

/** What was taken out by one person alone in this term; corrections of before this was kept are not known. */
function loweredAlone({ reportInCorrections }: Secondment): number {
  return reportInCorrections.reduce(
    (sum, { state, loweredDays }) => sum + (state === "made" ? loweredDays : 0),
    0,
  );
}

/** Somebody decided on the term since: a make-up term, an early end, or a further term that follows on it. */
function isTermChanged({ madeUpDays, endedOn, continues, extension }: Secondment): boolean {
  const decided = madeUpDays ?? endedOn ?? continues;
  return decided !== undefined || extension?.state === "granted";
}
