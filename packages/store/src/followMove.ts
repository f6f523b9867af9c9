import { inBureau } from "@dunmiao/domain/matter";
import type { Officer } from "@dunmiao/domain/officer";
import { moverLeaves, substituteMoves } from "@dunmiao/domain/pair/nameSubstitute";
import { unitInboxes } from "@dunmiao/domain/pairMessage";
import { onceEach, pairsOfMerged } from "./elsewhere.ts";
import type { Acting } from "./engine/acting.ts";
import { loadRecord } from "./engine/record.ts";
import type { Sealed } from "./engine/seal.ts";
import type { Beside, ClaimChange } from "./engine/writes.ts";
import { inboxWrites } from "./notification.ts";
import { pairsLed } from "./pairsOf.ts";
import { postsOfMerged, postsOfMoved } from "./postsOfMoved.ts";
import { rolesOfMover } from "./rolesThatFollow.ts";
import { type PairRule, sealPairs } from "./sealPairs.ts";
import { unitNoun } from "./unit.ts";

/** What else is written when somebody moves. */
export type Followed = { sealed: Sealed[]; claims: ClaimChange[]; beside: Beside[] };

/**
 * Whoever moves to another unit leaves no apprentice forgotten: the pairs that they lead are orphans the same day, and
 * their concurrent posts and their roles at the old unit end. For the transaction of whatever moves them, a person, a list or a correction; `also` are
 * the rules of the same transaction for pairs of theirs. Nothing is read where the unit stays and nothing else is asked.
 */
export async function followMove(
  acting: Acting,
  { id, name, homeUnit }: Pick<Officer, "id" | "name" | "homeUnit">,
  to: string,
  also: readonly PairRule[] = [],
): Promise<Followed> {
  const led = homeUnit === to ? [] : await pairsLed(acting.store, id);
  const leaving = led
    .filter((each) => each.to >= acting.today)
    .map(({ id: pair, isSubstitute }): PairRule => {
      const rule: PairRule["rule"] = (ground) =>
        isSubstitute ? substituteMoves(ground, id) : moverLeaves(ground, to);
      return { id: pair, rule };
    });
  const pairs = await sealPairs(acting, onceEach([...also, ...leaving]));
  const posts = await postsOfMoved(acting, { id, homeUnit }, to);
  const left = [
    ...posts.sealed,
    ...pairs.sealed.filter(({ record }) => led.some((each) => each.id === record.id)),
  ];
  const told = homeUnit === to || left.length === 0 ? [] : await tellOf(acting, { id, name }, [homeUnit, to]);
  const beside = [...pairs.beside, ...told];
  const roles = homeUnit === to ? [] : await rolesOfMover(acting, { id, homeUnit });
  return { sealed: [...pairs.sealed, ...posts.sealed, ...roles], claims: posts.claims, beside };
}

/** The same for a number that is merged into another one, which may be of another unit. */
export async function followMerge(acting: Acting, from: Officer, into: Officer): Promise<Followed> {
  const pairs = await pairsOfMerged(acting, from, into);
  const posts = await postsOfMerged(acting, from, into);
  const left = [...pairs.sealed, ...posts.sealed];
  const isMoved = from.homeUnit !== into.homeUnit && left.length > 0;
  const told = isMoved ? await tellOf(acting, into, [from.homeUnit, into.homeUnit]) : [];
  return { sealed: left, claims: posts.claims, beside: [...pairs.beside, ...told] };
}

/** Both units and the personnel office hear that somebody who moved left pairs or posts behind. Two GetItems. */
async function tellOf(
  { store, today }: Acting,
  { id, name }: Pick<Officer, "id" | "name">,
  units: readonly string[],
): Promise<Beside[]> {
  const found = await Promise.all(units.map((code) => loadRecord(store, unitNoun, code)));
  const inboxes = found.flatMap((unit) => {
    if (!unit) return [];
    const above = unit.kind === "station" ? unit.parent : undefined;
    return unitInboxes({ unit: { code: unit.id }, branch: { code: above ?? unit.id } });
  });
  const matter = { kind: "move" as const, id, label: `${name} ${id}` };
  return inboxWrites([{ matter, on: today, code: "mover-left", to: [...inBureau("hr"), ...inboxes] }]);
}
