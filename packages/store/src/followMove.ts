import type { Officer } from "@dunmiao/domain/officer";
import { moverLeaves } from "@dunmiao/domain/pair/nameSubstitute";
import { onceEach, pairsOfMerged } from "./elsewhere.ts";
import type { Acting } from "./engine/acting.ts";
import type { Sealed } from "./engine/seal.ts";
import type { Beside, ClaimChange } from "./engine/writes.ts";
import { pairsLed } from "./pairsOf.ts";
import { postsOfMerged, postsOfMoved } from "./postsOfMoved.ts";
import { type PairRule, sealPairs } from "./sealPairs.ts";

/** What else is written when somebody moves. */
export type Followed = { sealed: Sealed[]; claims: ClaimChange[]; beside: Beside[] };

/**
 * Whoever moves to another unit leaves no apprentice forgotten: the pairs that they lead are orphans the same day, and
 * their concurrent posts end. For the transaction of whatever moves them, a person, a list or a correction; `also` are
 * the rules of the same transaction for pairs of theirs. Nothing is read where the unit stays and nothing else is asked.
 */
export async function followMove(
  acting: Acting,
  { id, homeUnit }: Pick<Officer, "id" | "homeUnit">,
  to: string,
  also: readonly PairRule[] = [],
): Promise<Followed> {
  const led = homeUnit === to ? [] : await pairsLed(acting.store, id);
  const leaving = led
    .filter((each) => !each.isSubstitute && each.to >= acting.today)
    .map(({ id: pair }): PairRule => ({ id: pair, rule: (ground) => moverLeaves(ground, to) }));
  const pairs = await sealPairs(acting, onceEach([...also, ...leaving]));
  const posts = await postsOfMoved(acting, { id, homeUnit }, to);
  return { sealed: [...pairs.sealed, ...posts.sealed], claims: posts.claims, beside: pairs.beside };
}

/** The same for a number that is merged into another one, which may be of another unit. */
export async function followMerge(acting: Acting, from: Officer, into: Officer): Promise<Followed> {
  const pairs = await pairsOfMerged(acting, from, into);
  const posts = await postsOfMerged(acting, from, into);
  return { sealed: [...pairs.sealed, ...posts.sealed], claims: posts.claims, beside: pairs.beside };
}
