import { lastDayOfPair, type Pair } from "@dunmiao/domain/pair";
import { type Held, heldSchema, holdApprentice, holdMentor, releaseHeld } from "@dunmiao/domain/pair/holding";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { apprenticeClaimKey, type Key, mentorClaimKey } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";
import type { Beside } from "./engine/writes.ts";

const itemSchema = z.object({ version: z.int().positive(), periods: z.array(heldSchema) });
type Loaded = { key: Key; version: number; periods: readonly Held[] };

/** The claim items that a pair stands in. */
export function pairClaimKeys({ mentor, apprentice, focus }: Pair): { mentor: Key; apprentice: Key } {
  return {
    mentor: mentorClaimKey(mentor.officer.serviceNumber),
    apprentice: apprenticeClaimKey(apprentice.officer.serviceNumber, focus),
  };
}

/** The days for which a pair holds its people; undefined for one that ended before it began. */
export function heldBy(pair: Pair): Held | undefined {
  const held = { pairId: pair.id, from: pair.term.from, to: lastDayOfPair(pair) };
  return held.to < held.from ? undefined : held;
}

/** What one claim item of a mentor or an apprentice holds. One consistent GetItem. */
export async function loadHeld(store: Store, key: Key): Promise<Loaded> {
  const { version = 0, periods = [] } = (await loadItem(store, key, itemSchema)) ?? {};
  return { key, version, periods };
}

/**
 * Claims follow the pair in the same transaction: what it holds after a change, by the rules of its scheme. Nothing when
 * nothing moves; refused as `mentor-load-reached`, `mentor-rests` or `apprentice-has-pair`. Two GetItems.
 */
export async function movedHeld(
  store: Store,
  { before, after }: { before?: Pair; after: Pair },
  scheme: PairScheme,
): Promise<Outcome<Beside[]>> {
  const was = before && heldBy(before);
  const now = heldBy(after);
  if (before && was?.from === now?.from && was?.to === now?.to) return accept([]);
  const keys = pairClaimKeys(after);
  const [mentor, apprentice] = await Promise.all([
    loadHeld(store, keys.mentor),
    loadHeld(store, keys.apprentice),
  ]);
  if (!now)
    return accept([mentor, apprentice].map((each) => heldWrite(each, releaseHeld(each.periods, after.id))));
  const led = holdMentor(mentor.periods, now, scheme);
  if (!led.ok) return led;
  const taught = holdApprentice(apprentice.periods, now);
  return taught.ok ? accept([heldWrite(mentor, led.value), heldWrite(apprentice, taught.value)]) : taught;
}

function heldWrite({ key, version }: Loaded, periods: readonly Held[]): Beside {
  const put = { ...key, version: version + 1, periods };
  return { put, onlyOver: version === 0 ? "nothing" : { version } };
}
