import { type Absence, type AbsenceDecision, authorsOf, type Evidence, isEffective } from "../absence.ts";
import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import type { SecondmentEvent } from "../eventType.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { isOpenToFacts, type Secondment } from "../secondment.ts";

/** What a decision says: the revision it has seen, why, and the explicit tick for going over the limit. */
export type DecisionInput = {
  seen?: number | undefined;
  reason?: string | undefined;
  overLimit?: boolean | undefined;
};

/** Finds the absence, unless it changed since it was seen. Refuses `unknown-absence`, `closed-to-facts`, `changed-meanwhile`. */
export function findAbsence(ground: Ground, id: string, seen: number | undefined): Outcome<Absence> {
  const absence = ground.secondment.absences.find((each) => each.id === id);
  if (!absence) return refuse("unknown-absence");
  if (!isOpenToFacts(ground.secondment))
    return refuse("closed-to-facts", undefined, { status: ground.secondment.status });
  const last = absence.decisions.at(-1) ?? { by: absence.recordedBy, on: absence.recordedOn };
  return staleRevision(seen, absence.revision, last) ?? accept(absence);
}

/** Finds the absence for somebody who may decide on it as a person; whether the role may is asked later. */
export function findForDecision(ground: Ground, id: string, input: DecisionInput): Outcome<Absence> {
  const found = findAbsence(ground, id, input.seen);
  if (!found.ok) return found;
  return conflictOfInterest(ground, found.value) ?? found;
}

/** Nobody decides on what they asked for or recorded, nor on their own days. */
function conflictOfInterest(ground: Ground, absence: Absence): Refused | undefined {
  if (isOwnCase(ground)) return refuse("own-case");
  const isProposalOfOther = absence.proposal !== undefined && isEffective(absence);
  if (!isProposalOfOther && isSamePerson(ground.actor, ...authorsOf(absence)))
    return refuse("same-person-decides");
  return undefined;
}

/** A decision line for the record. */
export function decisionOf(
  ground: Ground,
  act: AbsenceDecision["act"],
  input: { reason?: string | undefined; loweredDays?: number | undefined; evidence?: Evidence | undefined },
): AbsenceDecision {
  return {
    act,
    by: signature(ground.actor),
    on: ground.today,
    version: ground.secondment.version + 1,
    ...(input.reason && { reason: input.reason }),
    ...(input.loweredDays && { loweredDays: input.loweredDays }),
    ...(input.evidence && { evidence: input.evidence }),
  };
}

/** What the event of every act on an absence says: which one, how it stands after the act, and why. */
export type AboutAbsence = { absenceId: string; state: Absence["state"]; reason?: string };

/** The record with one absence replaced, its revision grown, and the event that says so. */
export function changedAbsence<E extends SecondmentEvent>(
  ground: Ground,
  absence: Absence,
  eventOf: (about: AboutAbsence) => E,
): Change<Secondment, E> {
  const next = { ...absence, revision: absence.revision + 1 };
  const reason = next.decisions.at(-1)?.reason;
  const about = { absenceId: absence.id, state: next.state, ...(reason && { reason }) };
  return { after: withAbsence(ground.secondment, next), event: eventOf(about) };
}

/** The record with one absence in place of the one with the same id. */
export function withAbsence(secondment: Secondment, absence: Absence): Secondment {
  return {
    ...secondment,
    absences: secondment.absences.map((each) => (each.id === absence.id ? absence : each)),
  };
}
