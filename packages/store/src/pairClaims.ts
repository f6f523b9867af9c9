import { earlierOf } from "@dunmiao/domain/calendarDate";
import { lastDayOfPair, type Pair } from "@dunmiao/domain/pair";
import {
  type Held,
  heldSchema,
  holdApprentice,
  holdMentor,
  releaseHeld,
  shortenHeld,
} from "@dunmiao/domain/pair/holding";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { apprenticeClaimKey, type Key, mentorClaimKey } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";
import type { Beside } from "./engine/writes.ts";

const itemSchema = z.object({ version: z.int().positive(), periods: z.array(heldSchema) });
type Loaded = { key: Key; version: number; periods: readonly Held[] };

/** One hold of a pair on somebody: of the mentor, the apprentice, or who stands in for the mentor. */
export type Hold = { key: Key; as: "mentor" | "apprentice" | "substitute"; held: Held };

/**
 * All that a pair holds: its people for its days, and each substitute for theirs, under an id of their own
 * (`<pair>+<n>`). One that ended before it began holds nothing.
 */
export function holdsOf(pair: Pair): Hold[] {
  const { id: pairId, mentor, apprentice, focus, term } = pair;
  const to = lastDayOfPair(pair);
  const held = { pairId, from: term.from, to };
  const substitutes = pair.mentorAway.flatMap(({ substitute }, at): Hold[] => {
    if (!substitute) return [];
    const own = {
      pairId: `${pairId}+${at + 1}`,
      from: substitute.from,
      to: earlierOf(substitute.to ?? to, to),
    };
    return [{ key: mentorClaimKey(substitute.officer.serviceNumber), as: "substitute", held: own }];
  });
  const all: Hold[] = [
    { key: mentorClaimKey(mentor.officer.serviceNumber), as: "mentor", held },
    { key: apprenticeClaimKey(apprentice.officer.serviceNumber, focus), as: "apprentice", held },
    ...substitutes,
  ];
  return all.filter((each) => each.held.from <= each.held.to);
}

/** What one claim item of a mentor or an apprentice holds. One consistent GetItem. */
export async function loadHeld(store: Store, key: Key): Promise<Loaded> {
  const { version = 0, periods = [] } = (await loadItem(store, key, itemSchema)) ?? {};
  return { key, version, periods };
}

/** A pair before and after a change, and the scheme that it runs under. */
export type Move = { before?: Pair | undefined; after: Pair; scheme: PairScheme };
/** Claims that were read, by partition. */
export type Claims = Map<string, Loaded>;

/**
 * Claims follow pairs in the same transaction, one write for each claim whatever the number of pairs: what they hold after
 * a change, by the rules of their schemes. Nothing is read or written for what does not move; refused as
 * `mentor-load-reached`, `mentor-rests` or `apprentice-has-pair`. What a merge of numbers brings together `stands`. One
 * GetItem for each claim that moves and is not `known`.
 */
export async function movedHeld(
  store: Store,
  moves: readonly Move[],
  { known = new Map(), stands = false }: { known?: Claims; stands?: boolean } = {},
): Promise<Outcome<Beside[]>> {
  const writes = new Map<string, { loaded: Loaded; periods: Held[] }>();
  for (const { before, after, scheme } of moves) {
    const was = before ? holdsOf(before) : [];
    const now = holdsOf(after);
    const gone = was.filter((each) => !now.some((one) => isOfOne(one, each)));
    const moved = now.filter((each) => !was.some((one) => isOfOne(one, each) && isSame(one.held, each.held)));
    for (const hold of [...gone, ...moved]) {
      const { pk } = hold.key;
      const loaded = writes.get(pk)?.loaded ?? known.get(pk) ?? (await loadHeld(store, hold.key));
      const periods = writes.get(pk)?.periods ?? [...loaded.periods];
      const isLess = was.some((one) => isOfOne(one, hold) && isWithin(hold.held, one.held));
      const held = gone.includes(hold)
        ? accept(releaseHeld(periods, hold.held.pairId))
        : isLess || stands
          ? accept(shortenHeld(periods, hold.held))
          : holding(hold, periods, scheme);
      if (!held.ok) return held;
      writes.set(pk, { loaded, periods: held.value });
    }
  }
  return accept([...writes.values()].map(({ loaded, periods }) => heldWrite(loaded, periods)));
}

/** A substitute is held as a mentor is, without the rest that a whole pair asks for. */
function holding({ as, held }: Hold, periods: readonly Held[], scheme: PairScheme): Outcome<Held[]> {
  if (as === "apprentice") return holdApprentice(periods, held);
  const outcome = holdMentor(periods, held, as === "mentor" ? scheme : { ...scheme, restMonths: 0 });
  if (outcome.ok || as === "mentor") return outcome;
  const refusals = outcome.refusals.map((each) => ({ ...each, field: "substitute" }));
  return { ok: false, refusals };
}

function isOfOne(one: Hold, other: Hold): boolean {
  return one.key.pk === other.key.pk && one.held.pairId === other.held.pairId;
}

/** Whoever is held for less stands in nobody's way who was not in theirs. */
function isWithin(one: Held, other: Held): boolean {
  return other.from <= one.from && one.to <= other.to;
}

function isSame(one: Held, other: Held): boolean {
  return one.from === other.from && one.to === other.to;
}

function heldWrite({ key, version }: Loaded, periods: readonly Held[]): Beside {
  const put = { ...key, version: version + 1, periods };
  return { put, onlyOver: version === 0 ? "nothing" : { version } };
}
