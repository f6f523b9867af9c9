import type { OfficerSnapshot } from "../officer.ts";
import type { Pair, PairMember } from "../pair.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { PairChange, PairGround } from "./ground.ts";

/** A number that was merged stands in no pair any more: the person does, under the number that stays. */
export function renumberMember(
  { pair }: Pick<PairGround, "pair">,
  { from, into }: { from: string; into: OfficerSnapshot },
): Outcome<PairChange> {
  const now = <M extends PairMember>(member: M): M =>
    member.officer.serviceNumber === from ? { ...member, officer: into } : member;
  const mentorAway = pair.mentorAway.map((each): Pair["mentorAway"][number] =>
    each.substitute ? { ...each, substitute: now(each.substitute) } : each,
  );
  const after = { ...pair, mentor: now(pair.mentor), apprentice: now(pair.apprentice), mentorAway };
  if (after.mentor.officer.serviceNumber === after.apprentice.officer.serviceNumber)
    return refuse("self-mentoring");
  return accept({
    after,
    event: { type: "pair.number-merged", change: { from, into: into.serviceNumber } },
  });
}
