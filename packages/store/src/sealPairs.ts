import type { Pair } from "@dunmiao/domain/pair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { pairRail } from "./changePair.ts";
import type { Acting } from "./engine/acting.ts";
import type { Sealed } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { type Move, movedHeld } from "./pairClaims.ts";
import { sealOnRail } from "./rail.ts";

/** Changes of pairs for a transaction in which another record leads. */
export type SealedPairs = { sealed: Sealed[]; beside: Beside[] };
/** What follows for one pair; refused where nothing does. */
export type PairRule = { id: string; rule: (ground: PairGround) => Outcome<PairChange> };

/**
 * Seals a change of each of these pairs that a rule wants, with the claims of all of them moved together. One GetItem a
 * pair, and one for each claim that moves.
 */
export async function sealPairs(
  acting: Acting,
  wanted: readonly PairRule[],
  { stands = false }: { stands?: boolean } = {},
): Promise<SealedPairs> {
  const sealed: Sealed[] = [];
  const beside: Beside[] = [];
  const moves: Move[] = [];
  const rail = { ...pairRail, besides: async () => accept({}) };
  for (const { id, rule } of wanted) {
    let made: { before: Pair; scheme: Move["scheme"] } | undefined;
    const change = await sealOnRail(rail, acting, {
      id,
      rule: ({ record: pair, rules }) => {
        made = { before: pair, scheme: rules.scheme };
        return rule({ pair, ...rules, actor: acting.actor, today: acting.today });
      },
    });
    if (!change.ok || !made) continue;
    const { sealed: each, beside: told = [] } = change.value;
    sealed.push(each);
    beside.push(...told);
    moves.push({ ...made, after: each.record });
  }
  const held = await movedHeld(acting.store, moves, { stands });
  return { sealed, beside: [...beside, ...(held.ok ? held.value : [])] };
}
