import type { Pair } from "@dunmiao/domain/pair";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Store } from "./engine/client.ts";
import { mentorClaimKey } from "./engine/keys.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
import { pairNoun } from "./pair.ts";
import { loadHeld } from "./pairClaims.ts";
import type { PairRow } from "./pairDirectory.ts";
import { pairsAsApprentice } from "./pairLists.ts";
import { pairSchemeOf } from "./pairScheme.ts";

/** The pairs that somebody leads, or stands in for the mentor of (`isSubstitute`), as the claim on them says. One GetItem. */
export async function pairsLed(store: Store, serviceNumber: string) {
  const { periods } = await loadHeld(store, mentorClaimKey(serviceNumber));
  return periods.map(({ pairId, from, to }) => {
    const [id = ""] = pairId.split("+");
    return { id, isSubstitute: pairId.includes("+"), from, to };
  });
}

/** A pair in which somebody stands in for the mentor, as lists have it, and the days of each time. */
export type StoodIn = { row: PairRow; pair: Pair; days: { from: string; to: string }[] };

/** The pairs in which somebody stands in for the mentor. One GetItem, and one for each. */
export async function pairsStoodInFor(
  { store, calendar }: { store: Store; calendar: WorkCalendar },
  serviceNumber: string,
): Promise<StoodIn[]> {
  const led = (await pairsLed(store, serviceNumber)).filter(({ isSubstitute }) => isSubstitute);
  const ids = [...new Set(led.map(({ id }) => id))];
  const found = await Promise.all(
    ids.map(async (id): Promise<StoodIn[]> => {
      const pair = await loadOrName(loadRecord(store, pairNoun, id));
      if (!pair) return [];
      const rules = { scheme: await pairSchemeOf(store, pair), calendar };
      const days = led.filter((each) => each.id === id).map(({ from, to }) => ({ from, to }));
      return [{ row: { id, ...pairSummaryOf(pair, rules) }, pair, days }];
    }),
  );
  return found.flat();
}

/** The pairs in which somebody learns, from a day on: one Query. */
export async function pairsLearnt(store: Store, serviceNumber: string, from: string) {
  const rows = await pairsAsApprentice(store, serviceNumber);
  return rows.filter((row) => row.to >= from);
}
