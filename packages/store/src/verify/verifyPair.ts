import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import { heldSchema } from "@dunmiao/domain/pair/holding";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import type { Key } from "../engine/keys.ts";
import { holdsOf, loadHeld } from "../pairClaims.ts";
import { readRecord } from "./verify.ts";

/** People whom a pair does not hold for their days, or holds for others. */
export async function verifyPair(store: Store, pair: Pair): Promise<string[]> {
  const faults: string[] = [];
  for (const { key, as, held } of holdsOf(pair)) {
    const { periods } = await loadHeld(store, key);
    const [first, ...more] = periods.filter((each) => each.pairId === held.pairId);
    const isRight = first?.from === held.from && first.to === held.to && more.length === 0;
    if (!isRight) faults.push(`${as}-claim`);
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
async function holds(store: Store, key: Key, heldId: string): Promise<boolean> {
  const [id = ""] = heldId.split("+");
  const item = await readRecord(store, { kind: "pair", id });
  const parsed = pairSchema.safeParse(item?.record);
  if (item === undefined || !parsed.success) return item !== undefined;
  return holdsOf(parsed.data).some((each) => each.key.pk === key.pk && each.held.pairId === heldId);
}
