import type { OfficerSnapshot } from "../officer.ts";
import type { Pair, PairMember } from "../pair.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { moverLeaves } from "./nameSubstitute.ts";

type Merged = { from: string; into: OfficerSnapshot; movedTo?: string | undefined };

/**
 * A number that was merged stands in no pair any more: the person does, under the number that stays. `movedTo` is the unit
 * of that number where it is another one than the merged one had: a mentor who is not of it is away from today on.
 */
export function renumberMember(ground: PairGround, { from, into, movedTo }: Merged): Outcome<PairChange> {
  const { pair, today } = ground;
  const now = <M extends PairMember>(member: M): M =>
    member.officer.serviceNumber === from ? { ...member, officer: into } : member;
  const mentorAway = pair.mentorAway.map((each): Pair["mentorAway"][number] =>
    each.substitute ? { ...each, substitute: now(each.substitute) } : each,
  );
  const after = { ...pair, mentor: now(pair.mentor), apprentice: now(pair.apprentice), mentorAway };
  if (after.mentor.officer.serviceNumber === after.apprentice.officer.serviceNumber)
    return refuse("self-mentoring");
  const merged = { from, into: into.serviceNumber };
  const isGone = movedTo !== undefined && pair.mentor.officer.serviceNumber === from;
  const left = isGone ? moverLeaves({ ...ground, pair: after }, movedTo) : undefined;
  if (!left?.ok) return accept({ after, event: { type: "pair.number-merged", change: merged } });
  return accept({
    after: left.value.after,
    event: { type: "pair.number-merged", change: { ...merged, on: today, why: "moved" } },
  });
}
