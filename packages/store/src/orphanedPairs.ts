import { earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import type { MentorAway } from "@dunmiao/domain/pair";
import { mentorLeaves } from "@dunmiao/domain/pair/nameSubstitute";
import { pairRail } from "./changePair.ts";
import type { Acting } from "./engine/acting.ts";
import { mentorClaimKey } from "./engine/keys.ts";
import type { Sealed } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { loadHeld } from "./pairClaims.ts";
import { sealOnRail } from "./rail.ts";

/** Somebody who is elsewhere on these days, and why. */
type Gone = { serviceNumber: string; from: string; to: string; why: MentorAway["why"] };

/**
 * The pairs that lose their mentor when somebody goes elsewhere, changed for the transaction that sends them: none is an
 * orphan a day later, or forgotten. Whom a pair holds names it, so that one GetItem finds all of them; nobody is asked
 * where the days are known already.
 */
export async function orphanedPairs(
  acting: Acting,
  { serviceNumber, from, to, why }: Gone,
): Promise<{ sealed: Sealed[]; beside: Beside[] }> {
  const { periods } = await loadHeld(acting.store, mentorClaimKey(serviceNumber));
  const sealed: Sealed[] = [];
  const beside: Beside[] = [];
  for (const held of periods) {
    const days = { from: laterOf(from, held.from), to: earlierOf(to, held.to) };
    // A substitute (`<pair>+<n>`) is the pair's own to replace.
    if (days.to < days.from || held.pairId.includes("+")) continue;
    const change = await sealOnRail(pairRail, acting, {
      id: held.pairId,
      rule: ({ record: pair, rules }) =>
        mentorLeaves({ pair, ...rules, actor: acting.actor, today: acting.today }, { ...days, why }),
    });
    if (!change.ok) continue;
    sealed.push(change.value.sealed);
    beside.push(...(change.value.beside ?? []));
  }
  return { sealed, beside };
}
