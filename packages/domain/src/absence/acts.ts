import { type Absence, isPending } from "../absence.ts";
import { addDays } from "../calendarDate.ts";
import { caseAct, someEvidence, someWords } from "../caseAct.ts";
import type { Ground } from "../change.ts";
import { may } from "../permissions.ts";
import type { Refusal } from "../refusal.ts";
import { addEvidence } from "./addEvidence.ts";
import { amendAbsence, voidAbsence } from "./amendAbsence.ts";
import { approveAbsence } from "./approveAbsence.ts";
import { confirmFinding, contestFinding } from "./finding.ts";
import { rejectAbsence } from "./rejectAbsence.ts";
import { takeDayOut } from "./takeDayOut.ts";

const reason = someWords;

/** What is done to an absence, each with the rule that decides and what that is asked with; in the order of a page. */
export const absenceActs = {
  approve: caseAct({
    permission: "approve-absence",
    rule: approveAbsence,
    probe: () => ({ overLimit: true }),
  }),
  confirm: caseAct({
    permission: "confirm-finding",
    rule: confirmFinding,
    probe: () => ({ overLimit: true }),
  }),
  /** Also inspectors: whoever proposed a correction may withdraw it. */
  reject: caseAct({
    permission: "reject-absence",
    rule: rejectAbsence,
    probe: () => ({ reason, pastDays: "present" as const }),
  }),
  contest: caseAct({ permission: "contest-finding", rule: contestFinding, probe: () => ({ reason }) }),
  amend: caseAct({
    permission: "amend-absence",
    rule: amendAbsence,
    probe: (ground) => ({ reason, evidence: someEvidence(ground), overLimit: true }),
  }),
  "add-evidence": caseAct({
    permission: "add-evidence",
    rule: addEvidence,
    probe: (ground) => ({ evidence: someEvidence(ground) }),
  }),
  "take-out": caseAct({
    permission: "amend-absence",
    rule: takeDayOut,
    probe: (ground, id) => ({ reason, evidence: someEvidence(ground), day: secondDay(ground, id) }),
  }),
  void: caseAct({
    permission: "amend-absence",
    rule: voidAbsence,
    probe: (ground) => ({ reason, evidence: someEvidence(ground) }),
  }),
};
export type AbsenceAct = keyof typeof absenceActs;

/** The acts that are open to this actor on an absence now. */
export function openActs(ground: Ground, id: string): AbsenceAct[] {
  return absenceActNames.filter((name) => absenceActs[name].ask(ground, id).ok);
}

/** Every act, in the order of a page. */
export const absenceActNames = [
  "approve",
  "confirm",
  "reject",
  "contest",
  "amend",
  "add-evidence",
  "take-out",
  "void",
] as const satisfies readonly AbsenceAct[];

/** Why the actor cannot take the decision that an absence waits for; undefined when nothing waits or they never decide. */
export function whyNot(ground: Ground, absence: Absence): Refusal | undefined {
  const { state, contest, proposal, id } = absence;
  if (!isPending(absence) && !proposal && !contest) return undefined;
  const act = absenceActs[state === "recorded" || (contest && !proposal) ? "confirm" : "approve"];
  if (!may(ground.actor, act.permission, ground.secondment)) return undefined;
  const outcome = act.ask(ground, id);
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

/** The first day that lies in the middle; none of one day or of an absence that is not there. */
function secondDay({ secondment }: Ground, id: string): string {
  const from = secondment.absences.find((each) => each.id === id)?.from;
  return from === undefined ? "" : addDays(from, 1);
}
