import { lastDayOfPair, type Pair } from "@dunmiao/domain/pair";
import type { Earlier } from "@dunmiao/domain/pair/continuation";
import type { Held } from "@dunmiao/domain/pair/holding";
import type { Store } from "./engine/client.ts";
import { apprenticeClaimKey, mentorClaimKey } from "./engine/keys.ts";
import { loadRecord } from "./engine/record.ts";
import { pairNoun } from "./pair.ts";
import { type Claims, loadHeld } from "./pairClaims.ts";

type Two = { mentor: string; apprentice: string; focus: string; from: string };

/**
 * The pair that a new one follows: the last of the same two with this focus, else the last of the apprentice with it, as
 * the claims on both name them; and these claims, for the transaction. Two GetItems, and one for the earlier pair.
 */
export async function earlierPair(
  store: Store,
  { mentor, apprentice, focus, from }: Two,
): Promise<{ earlier: Earlier | undefined; known: Claims }> {
  const [leads, learns] = await Promise.all([
    loadHeld(store, mentorClaimKey(mentor)),
    loadHeld(store, apprenticeClaimKey(apprentice, focus)),
  ]);
  const known: Claims = new Map([leads, learns].map((each) => [each.key.pk, each]));
  const before = learns.periods.filter((each) => each.to < from);
  const isOfTwo = ({ pairId }: Held) => leads.periods.some((each) => each.pairId === pairId);
  const last = before.findLast(isOfTwo) ?? before.at(-1);
  const pair: Pair | undefined = last && (await loadRecord(store, pairNoun, last.pairId));
  if (!last || !pair || lastDayOfPair(pair) >= from) return { earlier: undefined, known };
  return { earlier: { pair, isSameTwo: isOfTwo(last) }, known };
}
