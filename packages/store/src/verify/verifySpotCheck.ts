import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { seedHashOf } from "@dunmiao/domain/spotCheck/draw";
import { drawnEntry, drawnInQuarterOf } from "../drawn.ts";
import type { Store } from "../engine/client.ts";
import { seedKey } from "../engine/keys.ts";
import { loadItem } from "../engine/record.ts";
import { seedItemSchema } from "../spotCheck.ts";

/**
 * A seed that is not the one whose hash the check was sealed with, or is gone: nobody could redo the draw. And stations
 * that a check drew and the list of its quarter does not know: their caps would not hold for the next one. Two GetItem.
 */
export async function verifySpotCheck(store: Store, record: SpotCheck): Promise<string[]> {
  const { id, on, picks, seedHash } = record;
  const [seedItem, drawn] = await Promise.all([
    loadItem(store, seedKey(id), seedItemSchema),
    drawnInQuarterOf(store, on),
  ]);
  const isKnown = picks.every(({ station }) => drawn.picks.includes(drawnEntry(on, station)));
  return [
    ...(seedItem === undefined ? ["seed-missing"] : []),
    ...(seedItem && seedHashOf(seedItem.seed) !== seedHash ? ["seed"] : []),
    ...(isKnown ? [] : ["drawn"]),
  ];
}
