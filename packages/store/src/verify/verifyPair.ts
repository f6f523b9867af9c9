import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import { heldSchema } from "@dunmiao/domain/pair/holding";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import type { Key } from "../engine/keys.ts";
import { heldBy, loadHeld, pairClaimKeys } from "../pairClaims.ts";
import { readRecord } from "./verify.ts";

/** Mentor and apprentice whom a pair does not hold for its days, or holds for others. */
export async function verifyPair(store: Store, pair: Pair): Promise<string[]> {
  const keys = pairClaimKeys(pair);
  const wanted = heldBy(pair);
  const faults: string[] = [];
  for (const whose of ["mentor", "apprentice"] as const) {
    const { periods } = await loadHeld(store, keys[whose]);
    const [first, ...more] = periods.filter((each) => each.pairId === pair.id);
    const isRight = first?.from === wanted?.from && first?.to === wanted?.to && more.length === 0;
    if (!isRight) faults.push(`${whose}-claim`);
  }
  return faults;
}

/**
 * Pairs that a claim on a mentor or an apprentice names and that do not hold it; undefined where its periods are
 * unreadable. Whoever let go since it was read is none.
 */
export async function strayPairs(store: Store, key: Key, periods: unknown): Promise<string[] | undefined> {
  const parsed = z.array(heldSchema).safeParse(periods);
  if (!parsed.success) return undefined;
  const stray: string[] = [];
  for (const { pairId } of parsed.data) {
    const isThere = async () => (await loadHeld(store, key)).periods.some((each) => each.pairId === pairId);
    if (!(await holds(store, key, pairId)) && (await isThere())) stray.push(pairId);
  }
  return stray;
}

/** A pair that does not parse is named itself. */
async function holds(store: Store, key: Key, id: string): Promise<boolean> {
  const item = await readRecord(store, { kind: "pair", id });
  const parsed = pairSchema.safeParse(item?.record);
  if (item === undefined || !parsed.success) return item !== undefined;
  const keys = pairClaimKeys(parsed.data);
  return heldBy(parsed.data) !== undefined && [keys.mentor, keys.apprentice].some(({ pk }) => pk === key.pk);
}
