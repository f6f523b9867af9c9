import type { Store } from "./engine/client.ts";
import { mentorClaimKey } from "./engine/keys.ts";
import { loadHeld } from "./pairClaims.ts";
import { pairsAsApprentice } from "./pairLists.ts";

/** The pairs that somebody leads, or stands in for the mentor of (`isSubstitute`), as the claim on them says. One GetItem. */
export async function pairsLed(store: Store, serviceNumber: string) {
  const { periods } = await loadHeld(store, mentorClaimKey(serviceNumber));
  return periods.map(({ pairId, from, to }) => {
    const [id = ""] = pairId.split("+");
    return { id, isSubstitute: pairId.includes("+"), from, to };
  });
}

/** The pairs in which somebody learns, from a day on: one Query. */
export async function pairsLearnt(store: Store, serviceNumber: string, from: string) {
  const rows = await pairsAsApprentice(store, serviceNumber);
  return rows.filter((row) => row.to >= from);
}
