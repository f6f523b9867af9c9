import { type Absence, authorsOf } from "../absence.ts";
import { isSamePerson, standsOnRung } from "../access.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { addsDays } from "./addsDays.ts";
import { changedAbsence, type DecisionInput, decisionOf, findForDecision } from "./decision.ts";
import { rungOf } from "./ladder.ts";
import { loweringOf } from "./lowering.ts";
import { makeEffective } from "./makeEffective.ts";
import { makeDivided, piecesOf } from "./takeDayOut.ts";

/** Approves a request by the ladder, or a proposal to amend or void, which then takes effect. */
export function approveAbsence(ground: Ground, id: string, input: DecisionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const absence = found.value;
  if (absence.proposal) return approveProposal(ground, absence, input);
  if (absence.state !== "requested")
    return refuse("not-waiting-for-approval", undefined, { state: absence.state });
  return (
    belowRung(ground, absence) ??
    makeEffective(ground, { ...absence, state: "approved" }, { act: "approve", input })
  );
}

/** Whoever decides a request stands on the rung that its length needs, or above it: else `needs-higher-rung`. */
export function belowRung(ground: Ground, request: Absence): Refused | undefined {
  const rung = rungOf(request, ground.secondment, ground);
  return standsOnRung(ground.actor.role, rung) ? undefined : refuse("needs-higher-rung", undefined, { rung });
}

function approveProposal(ground: Ground, absence: Absence, input: DecisionInput): Outcome<Change> {
  const { proposal, ...kept } = absence;
  if (!proposal) return refuse("not-waiting-for-approval");
  if (isSamePerson(ground.actor, proposal.by)) return refuse("same-person-decides");
  if (!mayTry(ground.actor, "approve-proposal"))
    return refuse("needs-higher-rung", undefined, { rung: "bureau" });
  const { day } = proposal;
  const amended = proposal.act === "amend" ? amendedBy(kept, proposal) : undefined;
  const pieces = day === undefined ? [] : piecesOf(ground, kept, day);
  const { days: loweredDays, needsSecondPerson } = loweringOf(ground, kept, amended ? [amended] : pieces);
  // What was harmless when it was proposed may be past, or near the limit, by now.
  if (needsSecondPerson && !proposal.evidence) return refuse("proposal-without-evidence");
  const said = { ...input, loweredDays };
  if (day !== undefined) return makeDivided(ground, kept, { day, act: "approve-amendment", input: said });
  if (amended)
    return (
      refusedExtension(ground, kept, amended) ??
      makeEffective(ground, amended, { act: "approve-amendment", input: said })
    );
  const { contest: _, ...settled } = kept;
  const decisions = [...kept.decisions, decisionOf(ground, "approve", said)];
  const voided: Absence = { ...settled, state: "void", decisions };
  return accept(changedAbsence(ground, voided, (change) => ({ type: "absence.voided", change })));
}

function amendedBy(absence: Absence, { facts, evidence }: NonNullable<Absence["proposal"]>): Absence {
  const { fromHalf: _from, toHalf: _to, ...undated } = absence;
  return { ...undated, ...facts, ...(evidence && { evidence }) };
}

/** Days added by an amendment are approved as days asked for at first are: by the ladder, never by who asked. */
function refusedExtension(ground: Ground, before: Absence, after: Absence): Refused | undefined {
  if (!addsDays(before, after)) return undefined;
  if (isSamePerson(ground.actor, ...authorsOf(before))) return refuse("same-person-decides");
  return after.kind === "request" ? belowRung(ground, after) : undefined;
}
