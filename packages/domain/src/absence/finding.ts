import { isOwnCase } from "../access.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { changedAbsence, type DecisionInput, decisionOf, findAbsence, findForDecision } from "./decision.ts";
import { makeEffective } from "./makeEffective.ts";

/** A second person confirms a finding, which then counts, or upholds it against the officer's objection. */
export function confirmFinding(ground: Ground, id: string, input: DecisionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const absence = found.value;
  const isOpenContest = absence.state === "confirmed" && absence.contest !== undefined;
  if (absence.state !== "recorded" && !isOpenContest)
    return refuse("not-waiting-for-confirmation", undefined, { state: absence.state });
  if (!mayTry(ground.actor, "confirm-finding")) return refuse("not-for-this-role");
  const { contest: _, ...answered } = absence;
  return makeEffective(ground, { ...answered, state: "confirmed" }, { act: "confirm", input });
}

/** The officer objects to a finding; an open objection is a pending matter until somebody answers it. */
export function contestFinding(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; reason: string },
): Outcome<Change> {
  const found = findAbsence(ground, id, input.seen);
  if (!found.ok) return found;
  const absence = found.value;
  if (!isOwnCase(ground)) return refuse("only-the-officer-contests");
  if (absence.kind !== "finding") return refuse("only-findings-are-contested");
  if (absence.state !== "recorded" && absence.state !== "confirmed")
    return refuse("not-open-to-contest", undefined, { state: absence.state });
  if (absence.contest) return refuse("already-contested");
  const contest = { on: ground.today, reason: input.reason };
  const decisions = [...absence.decisions, decisionOf(ground, "contest", input)];
  const contested = { ...absence, contest, decisions };
  return accept(changedAbsence(ground, contested, (change) => ({ type: "finding.contested", change })));
}
