import { signature } from "../actor.ts";
import type { SpotCheckChange } from "../change.ts";
import { accept, type Outcome } from "../refusal.ts";
import { type ActorOn, checkSealed, type SpotCheck } from "../spotCheck.ts";

/**
 * Cancels a spot check that must not take place. Only before the reveal, when nobody can know who would be drawn: who
 * cancels and commits anew chooses nobody. The sealed list and the hash of the seed stay on record with the reason, the
 * seed is never revealed, and as nobody was drawn it counts in no cap.
 */
export function cancelSpotCheck(
  check: SpotCheck,
  { reason }: { reason: string },
  { actor, today }: ActorOn,
): Outcome<SpotCheckChange> {
  const open = checkSealed(check);
  if (!open.ok) return open;
  const cancelled = { by: signature(actor), on: today, reason };
  const event: SpotCheckChange["event"] = { type: "spot-check.cancelled", change: { reason } };
  return accept({ after: { ...check, state: "cancelled", cancelled }, event });
}
