import { type Absence, isPending } from "@dunmiao/domain/absence";
import { type AbsenceShare, absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { amendAbsence, voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { withAbsence } from "@dunmiao/domain/absence/decision";
import { confirmFinding, contestFinding } from "@dunmiao/domain/absence/finding";
import { rejectAbsence } from "@dunmiao/domain/absence/rejectAbsence";
import { divided, takeDayOut } from "@dunmiao/domain/absence/takeDayOut";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { Change, Ground } from "@dunmiao/domain/change";
import { type Count, countOf } from "@dunmiao/domain/count/count";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Act, decisions } from "./decisions.ts";

/** Stands for what a person would write: only asked whether the rule would let them. */
const reason = "?";
const evidence = { number: reason, title: reason, date: "2000-01-01" };

const tries: Readonly<Record<Act, (ground: Ground, id: string) => Outcome<Change>>> = {
  approve: (ground, id) => approveAbsence(ground, id, { overLimit: true }),
  reject: (ground, id) => rejectAbsence(ground, id, { reason, pastDays: "present" }),
  confirm: (ground, id) => confirmFinding(ground, id, { overLimit: true }),
  contest: (ground, id) => contestFinding(ground, id, { reason }),
  amend: (ground, id) => amendAbsence(ground, id, { reason, evidence, overLimit: true }),
  "take-out": (ground, id) => {
    const from = ground.secondment.absences.find((each) => each.id === id)?.from;
    return takeDayOut(ground, id, { reason, evidence, day: from ? addDays(from, 1) : "" });
  },
  void: (ground, id) => voidAbsence(ground, id, { reason, evidence }),
};

/** The acts that the rules would let this actor do to an absence now: the rules themselves are asked, nothing is written. */
export function actsFor(ground: Ground, id: string): Act[] {
  return acts.filter((act) => isOpenTo(ground, act) && tries[act](ground, id).ok);
}
const acts = [
  "approve",
  "confirm",
  "reject",
  "contest",
  "amend",
  "take-out",
  "void",
] as const satisfies readonly Act[];

/** Why the actor cannot take the decision that an absence waits for; undefined when nothing waits or the role never decides. */
export function whyNot(ground: Ground, absence: Absence): Refusal | undefined {
  const act = absence.state === "recorded" || (absence.contest && !absence.proposal) ? "confirm" : "approve";
  if (!isPending(absence) && !absence.proposal && !absence.contest) return undefined;
  if (!isOpenTo(ground, act)) return undefined;
  const outcome = tries[act](ground, absence.id);
  return outcome.ok ? undefined : outcome.refusals[0];
}

/** Whether rejecting asks what became of days that are over. */
export function asksForPastDays(ground: Ground, id: string): boolean {
  const outcome = rejectAbsence(ground, id, { reason });
  return !outcome.ok && outcome.refusals.some(({ code }) => code === "past-days-need-a-choice");
}

/** Whether taking days of it out of the count would need evidence and another person, for this actor today. */
export function loweringNeedsSecond(ground: Ground, id: string): boolean {
  const outcome = voidAbsence(ground, id, { reason });
  return !outcome.ok && outcome.refusals.some(({ code }) => code === "evidence-required");
}

function isOpenTo({ actor }: Ground, act: Act): boolean {
  return mayTry(actor, decisions[act].permission);
}

/** The count now, after the decision that an absence waits for, and after everything that is pending. */
export type Forecast = { now: Count; after: Count; withPendingDays: number; rises: boolean };

/** Undefined when no decision is open that would change the count. */
export function forecastOf(ground: Ground, absence: Absence): Forecast | undefined {
  const { secondment, scheme, calendar, today } = ground;
  const decided = onceDecided(ground, absence);
  if (!decided) return undefined;
  const now = countOf(secondment, scheme, calendar, today);
  const after = countOf(decided, scheme, calendar, today);
  return {
    now,
    after,
    withPendingDays: after.countedDays + after.pendingDays,
    rises: after.countedDays > now.countedDays,
  };
}

/** What of the absence counts once the decision that it waits for is taken, and why the rest does not; of days on file now when none is open. */
export function shareOnceDecided({ secondment, scheme, calendar }: Ground, absence: Absence): AbsenceShare {
  const decided = withAbsence(secondment, decidedOf(absence) ?? absence);
  const share = absenceShares(decided, { scheme, calendar }).find(({ id }) => id === absence.id);
  if (!share) throw new Error(`absence ${absence.id} is not on file`);
  return share;
}

function onceDecided(ground: Ground, absence: Absence): Secondment | undefined {
  const day = absence.proposal?.day;
  if (day !== undefined) return divided(ground, absence, day);
  const decided = decidedOf(absence);
  return decided && withAbsence(ground.secondment, decided);
}

function decidedOf(absence: Absence): Absence | undefined {
  const { proposal } = absence;
  if (proposal?.act === "void") return { ...absence, state: "void" };
  if (proposal) {
    const { fromHalf: _from, toHalf: _to, ...undated } = absence;
    return { ...undated, ...proposal.facts };
  }
  if (absence.state === "requested") return { ...absence, state: "approved" };
  return absence.state === "recorded" ? { ...absence, state: "confirmed" } : undefined;
}
