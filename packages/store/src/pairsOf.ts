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

/** The pairs in which somebody stands in for the mentor, as lists have them. One GetItem, and one for each. */
export async function pairsStoodInFor(
  { store, calendar }: { store: Store; calendar: WorkCalendar },
  serviceNumber: string,
): Promise<PairRow[]> {
  const led = (await pairsLed(store, serviceNumber)).filter(({ isSubstitute }) => isSubstitute);
  const ids = [...new Set(led.map(({ id }) => id))];
  const rows = await Promise.all(
    ids.map(async (id) => {
      const pair = await loadOrName(loadRecord(store, pairNoun, id));
      return pair && { id, ...pairSummaryOf(pair, { scheme: await pairSchemeOf(store, pair), calendar }) };
    }),
  );
  return rows.flatMap((row) => row ?? []);
}

/** The pairs in which somebody learns, from a day on: one Query. */
export async function pairsLearnt(store: Store, serviceNumber: string, from: string) {
  const rows = await pairsAsApprentice(store, serviceNumber);
  return rows.filter((row) => row.to >= from);
}
