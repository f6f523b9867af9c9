import { signature } from "../actor.ts";
import type { SpotCheckChange } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { isOpenToFacts, type Secondment } from "../secondment.ts";
import type { ActorOn, SpotCheck, SpotCheckResult } from "../spotCheck.ts";
import { checkOnLeave, type DrawnPerson, drawnPick } from "./spotCheckResult.ts";

/** A result that was wrong this often is a matter for people, not for one more line. */
const mostCorrections = 3;

/** What a correction says; `seen` is how many corrections stood beside the result that was looked at. */
export type Correction = {
  secondmentId: string;
  outcome: SpotCheckResult["outcome"];
  reason: string;
  seen?: number | undefined;
  absenceId?: string | undefined;
};

/** What stands of a result: its last correction, or the result itself. */
export function standingOf(result: SpotCheckResult) {
  return result.corrections?.at(-1) ?? result;
}

/**
 * The pick of a secondment whose result may be corrected. One that stands as absent is a finding of the ledger, where
 * the officer contests it and the second person confirms or dismisses it: a correction here would go past both.
 */
export function correctablePick(
  check: SpotCheck,
  secondmentId: string,
): Outcome<DrawnPerson & { result: SpotCheckResult }> {
  const drawn = drawnPick(check, secondmentId);
  if (!drawn.ok) return drawn;
  const { result } = drawn.value;
  if (!result) return refuse("no-result-yet");
  const standing = standingOf(result);
  if (standing.outcome === "absent") return refuse("absent-is-a-finding", undefined, { on: standing.on });
  if (result.corrections?.length === mostCorrections)
    return refuse("too-many-corrections", undefined, { limit: mostCorrections });
  return accept({ ...drawn.value, result });
}

/**
 * Corrects the result of one pick; the first one stays beside it, with who and when. Whoever may record may correct,
 * their own result too: who was there knows best, and nothing here counts against anybody alone. Present that becomes
 * absent is a finding, which somebody else than the one who corrects has to confirm and which the officer may contest.
 */
export function correctSpotCheckResult(
  check: SpotCheck,
  { secondmentId, seen, ...said }: Correction,
  { actor, today }: ActorOn,
): Outcome<SpotCheckChange> {
  const found = correctablePick(check, secondmentId);
  if (!found.ok) return found;
  const { result } = found.value;
  const { corrections = [] } = result;
  const standing = standingOf(result);
  const stale = staleRevision(seen, corrections.length, standing);
  if (stale) return stale;
  if (standing.outcome === said.outcome) return refuse("nothing-changes", "outcome");
  const correction = { ...said, by: signature(actor), on: today };
  const corrected = { ...result, corrections: [...corrections, correction] };
  const picks = check.picks.map((each) =>
    each.secondmentId === secondmentId ? { ...each, result: corrected } : each,
  );
  const change = { secondmentId, was: standing.outcome, ...said };
  return accept({ after: { ...check, picks }, event: { type: "spot-check.result-corrected", change } });
}

/** What the ledger must allow of a correction: facts are still open, and leave stands in it. A finding asks its own rule. */
export function checkCorrection(
  secondment: Pick<Secondment, "status" | "absences">,
  outcome: "present" | "on-leave",
  on: string,
): Outcome<true> {
  if (!isOpenToFacts(secondment)) return refuse("closed-to-facts", undefined, { status: secondment.status });
  return outcome === "on-leave" ? checkOnLeave(secondment, on) : accept(true);
}
