import { type Absence, type AbsenceFacts, checkFacts } from "../absence.ts";
import { kindOfClass } from "../absenceClass.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { refusedClass } from "../scheme/classRule.ts";
import { isOpenToFacts, lastDayServed, type Secondment } from "../secondment.ts";
import { refusedCrossing } from "./crossingAbsences.ts";

export const mostAbsences = 300;
/** What people can still decide one by one; more is no leave but a load on everybody else. */
export const mostOpenRequests = 30;

/** Records a request (leave) or a finding; it counts only after somebody else approves or confirms it. */
export function recordAbsence(ground: Ground, facts: AbsenceFacts): Outcome<Change & { absence: Absence }> {
  const checked = checkNewAbsence(ground, facts);
  if (!checked.ok) return checked;
  const absence = newAbsence(ground, facts);
  const after = { ...ground.secondment, absences: [...ground.secondment.absences, absence] };
  const type = absence.kind === "finding" ? "finding.recorded" : "absence.requested";
  return accept({ after, absence, event: { type, change: { absenceId: absence.id, ...facts } } });
}

/** The checks that recording and previewing share: whether this role may, and the facts themselves. */
export function checkNewAbsence(ground: Ground, facts: AbsenceFacts): Outcome<AbsenceFacts> {
  return refusedKind(ground, kindOfClass(facts.class)) ?? checkAbsence(ground, facts);
}

/** Whether this actor may record anything now, whatever its facts. */
export function mayRecord(ground: Ground): boolean {
  if (!isOpenToFacts(ground.secondment)) return false;
  return (["request", "finding"] as const).some((kind) => !refusedKind(ground, kind));
}

function refusedKind({ actor, secondment }: Ground, kind: Absence["kind"]): Refused | undefined {
  const { absences } = secondment;
  if (kind === "finding" && !mayTry(actor, "record-finding"))
    return refuse("finding-needs-host-or-hr", "class");
  if (kind === "request" && !mayTry(actor, "record-request")) return refuse("not-for-this-role");
  if (kind === "request" && absences.filter(isOpenRequest).length >= mostOpenRequests)
    return refuse("too-many-open-requests", undefined, { limit: mostOpenRequests });
  return absences.length >= mostAbsences
    ? refuse("too-many-absences", undefined, { limit: mostAbsences })
    : undefined;
}

/** The checks of facts that recording and amending share. */
export function checkAbsence(
  { secondment, scheme, today }: Ground,
  facts: AbsenceFacts,
): Outcome<AbsenceFacts> {
  if (!isOpenToFacts(secondment)) return refuse("closed-to-facts", undefined, { status: secondment.status });
  const checked = checkFacts(facts);
  if (!checked.ok) return checked;
  const open = refusedClass(scheme, facts.class);
  if (open) return open;
  if (isOutsideTerm(secondment, facts)) return outsideTerm(secondment);
  const crossing = refusedCrossing(secondment, facts);
  if (crossing) return crossing;
  const { evidence } = facts;
  const refused = evidence && refusedDocumentDate(evidence.date, today, "evidence.date");
  if (refused) return refused;
  return checked;
}

/** A new absence in its first state. */
export function newAbsence(ground: Ground, facts: AbsenceFacts): Absence {
  const kind = kindOfClass(facts.class);
  return {
    ...facts,
    id: `a${ground.secondment.absences.length + 1}`,
    kind,
    state: kind === "finding" ? "recorded" : "requested",
    revision: 1,
    recordedBy: signature(ground.actor),
    recordedOn: ground.today,
    decisions: [],
  };
}

function isOpenRequest({ state }: Absence): boolean {
  return state === "requested";
}

function isOutsideTerm(secondment: Secondment, facts: AbsenceFacts): boolean {
  return facts.to < secondment.term.from || facts.from > lastDayServed(secondment);
}

function outsideTerm(secondment: Secondment) {
  return refuse("outside-term", "from", { from: secondment.term.from, to: lastDayServed(secondment) });
}
