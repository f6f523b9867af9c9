import { signature } from "../actor.ts";
import type { SpotCheckChange } from "../change.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { type ActorOn, mostCandidates, type SpotCheck, type SpotCheckInput } from "../spotCheck.ts";
import { listHashOf, seedHashOf } from "./draw.ts";

/** What a draw is committed on; the seed comes from outside and stays secret until the reveal. */
export type Commitment = Pick<SpotCheck, "id" | "caps" | "candidates" | "assessmentsDue"> & { seed: string };

/** Commits list, caps and seed by their hashes before anybody can know who is drawn; never for a day that is over. */
export function commitSpotCheck(
  input: SpotCheckInput,
  { seed, ...given }: Commitment,
  { actor, today }: ActorOn,
): Outcome<SpotCheckChange> {
  const { cohort, on, size } = input;
  if (on < today) return refuse("day-is-over", "on", { today });
  const serving = given.candidates.length;
  if (serving === 0) return refuse("nobody-serves-then", "on", { on });
  if (serving > mostCandidates) return refuse("too-many-candidates", "cohort", { limit: mostCandidates });
  if (size > serving) return refuse("more-than-serve", "size", { serving });
  const listHash = listHashOf({ on, size, ...given });
  const facts = { cohortId: cohort, on, size, listHash, seedHash: seedHashOf(seed) };
  const after: SpotCheck = {
    ...given,
    ...facts,
    version: 0,
    head: "",
    state: "committed",
    picks: [],
    skipped: [],
    committed: { by: signature(actor), on: today },
  };
  return accept({ after, event: { type: "spot-check.committed", change: facts } });
}
