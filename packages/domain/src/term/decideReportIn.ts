import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { reportInDecided } from "../notification.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { ReportInCorrection } from "../reportInCorrection.ts";
import { isOpenToFacts, type Secondment } from "../secondment.ts";
import { checkCorrection, corrected, loweredBy } from "./correctReportIn.ts";

/** Another person approves a proposed correction of the day of report-in: it takes effect as if made now. */
export function approveReportIn(
  ground: Ground,
  id: string,
  { reason }: { reason?: string | undefined },
): Outcome<Change> {
  const found = findToDecide(ground, id);
  if (!found.ok) return found;
  const { on, before } = found.value;
  const checked = checkCorrection(ground, on);
  if (!checked.ok) return checked;
  const loweredDays = loweredBy(ground, on);
  const { secondment } = ground;
  const decided = decide(ground, { ...found.value, state: "approved", loweredDays }, reason);
  const after = { ...corrected(ground, on), reportInCorrections: decided };
  const moved = after.term !== secondment.term && { term: after.term };
  const change = { correctionId: id, on, before, loweredDays, ...(reason && { reason }), ...moved };
  const told = reportInDecided(after, ground.today);
  return accept({ after, event: { type: "report-in.corrected", change }, told });
}

/** Another person refuses a proposed correction, with the reason: the day stays as it is. */
export function rejectReportIn(ground: Ground, id: string, { reason }: { reason: string }): Outcome<Change> {
  const found = findToDecide(ground, id);
  return found.ok ? dropped(ground, { ...found.value, state: "rejected" }, reason) : found;
}

/** Whoever proposed a correction takes it back. */
export function withdrawReportIn(
  ground: Ground,
  id: string,
  { reason }: { reason?: string | undefined },
): Outcome<Change> {
  const found = findProposed(ground, id);
  if (!found.ok) return found;
  if (!isSamePerson(ground.actor, found.value.by)) return refuse("not-yours-to-change");
  return dropped(ground, { ...found.value, state: "withdrawn" }, reason);
}

function findProposed({ secondment }: Ground, id: string): Outcome<ReportInCorrection> {
  const found = secondment.reportInCorrections.find((each) => each.id === id);
  if (!found) return refuse("unknown-report-in-correction");
  if (!isOpenToFacts(secondment)) return refuse("closed-to-facts", undefined, { status: secondment.status });
  return found.state === "proposed" ? accept(found) : refuse("report-in-correction-decided");
}

/** The same for who decides on it: the bureau, never the officer nor who proposed it. */
function findToDecide(ground: Ground, id: string): Outcome<ReportInCorrection> {
  const found = findProposed(ground, id);
  if (!found.ok) return found;
  if (isOwnCase(ground)) return refuse("own-case");
  if (isSamePerson(ground.actor, found.value.by)) return refuse("same-person-decides");
  return mayTry(ground.actor, "decide-report-in")
    ? found
    : refuse("needs-higher-rung", undefined, { rung: "bureau" });
}

function dropped(
  ground: Ground,
  correction: ReportInCorrection,
  reason: string | undefined,
): Outcome<Change> {
  const { id, on, before, state } = correction;
  const after: Secondment = {
    ...ground.secondment,
    reportInCorrections: decide(ground, correction, reason),
  };
  const change = { correctionId: id, on, before, ...(reason && { reason }) };
  const told = state === "rejected" ? reportInDecided(after, ground.today) : undefined;
  const act = state === "rejected" ? "rejected" : "withdrawn";
  return accept({ after, event: { type: `report-in.correction-${act}`, change }, told });
}

/** The corrections with one of them decided, by whom and why. */
function decide({ secondment, actor, today }: Ground, correction: ReportInCorrection, reason?: string) {
  const decision = { by: signature(actor), on: today, ...(reason && { reason }) };
  return secondment.reportInCorrections.map((each) =>
    each.id === correction.id ? { ...correction, decision } : each,
  );
}
