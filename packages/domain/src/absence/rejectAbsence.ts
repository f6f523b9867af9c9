import { type Absence, isPending } from "../absence.ts";
import { isSamePerson } from "../access.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { belowRung } from "./approveAbsence.ts";
import { changedAbsence, type DecisionInput, decisionOf, findForDecision } from "./decision.ts";
import { refusedDismissal } from "./lowering.ts";
import { newAbsence } from "./recordAbsence.ts";
import { pastDaysOf } from "./withdrawal.ts";

export type RejectionInput = DecisionInput & { reason: string; pastDays?: "present" | "finding" | undefined };

/** Rejects a request, dismisses a finding or drops a proposal; past days of a request must be accounted for. */
export function rejectAbsence(ground: Ground, id: string, input: RejectionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const absence = found.value;
  if (absence.proposal) return dropProposal(ground, absence, input);
  if (!isPending(absence)) return refuse("not-waiting-for-approval", undefined, { state: absence.state });
  if (absence.state === "recorded") return dismissFinding(ground, absence, input);
  return belowRung(ground, absence) ?? rejectRequest(ground, absence, input);
}

/** Whoever proposed may withdraw it; everybody else needs the standing to approve it. */
function dropProposal(ground: Ground, absence: Absence, input: RejectionInput): Outcome<Change> {
  const { proposal, ...kept } = absence;
  if (!isSamePerson(ground.actor, proposal?.by) && !mayTry(ground.actor, "approve-proposal"))
    return refuse("needs-higher-rung", undefined, { rung: "bureau" });
  const decisions = [...kept.decisions, decisionOf(ground, "drop", input)];
  const dropped = { ...kept, decisions };
  return accept(changedAbsence(ground, dropped, (change) => ({ type: "absence.proposal-dropped", change })));
}

function dismissFinding(ground: Ground, absence: Absence, input: RejectionInput): Outcome<Change> {
  if (!mayTry(ground.actor, "confirm-finding")) return refuse("not-for-this-role");
  const refused = refusedDismissal(ground, absence);
  if (refused) return refused;
  const { contest: _, ...answered } = absence;
  const decisions = [...absence.decisions, decisionOf(ground, "reject", input)];
  const dismissed: Absence = { ...answered, state: "dismissed", decisions };
  return accept(changedAbsence(ground, dismissed, (change) => ({ type: "finding.dismissed", change })));
}

function rejectRequest(ground: Ground, absence: Absence, input: RejectionInput): Outcome<Change> {
  const past = pastDaysOf(ground, absence);
  if (past && input.pastDays === undefined) return refuse("past-days-need-a-choice", "pastDays");
  const decision = { ...decisionOf(ground, "reject", input), ...(past && { pastDays: input.pastDays }) };
  const decisions = [...absence.decisions, decision];
  const rejected: Absence = { ...absence, state: "rejected", decisions };
  const isFinding = past && input.pastDays === "finding";
  const finding = isFinding
    ? newAbsence(ground, { class: "unexplained", ...past, cause: input.reason.slice(0, 200) })
    : undefined;
  const found = finding && past && { findingId: finding.id, finding: { class: finding.class, ...past } };
  const { after, event } = changedAbsence(ground, rejected, (about) => ({
    type: "absence.rejected",
    change: { ...about, ...found },
  }));
  return accept({ after: finding ? { ...after, absences: [...after.absences, finding] } : after, event });
}
