import { isConcerned, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { decidersOf, type PairChange, type PairGround } from "./ground.ts";

/**
 * A second person lets a proposed pair begin: not who planned it, and neither of the two. What is due by then is done
 * with the next step.
 */
export function approvePair({ pair, actor, today }: PairGround): Outcome<PairChange> {
  if (!may(actor, "approve-pair", decidersOf(pair))) return refuse("forbidden");
  if (pair.status !== "proposed") return refuse("pair-not-proposed", undefined, { status: pair.status });
  if (isConcerned(actor, pair.mentor.officer.serviceNumber, pair.apprentice.officer.serviceNumber))
    return refuse("own-case");
  if (isSamePerson(actor, pair.planned.by)) return refuse("same-person-decides");
  const approved = { by: signature(actor), on: today };
  return accept({
    after: { ...pair, status: "active", approved },
    event: { type: "pair.approved", change: { on: today, status: "active" } },
  });
}
