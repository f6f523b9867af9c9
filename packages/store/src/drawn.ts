import type { SpotCheck, StationLoad } from "@dunmiao/domain/spotCheck";
import { quarterOf } from "@dunmiao/domain/spotCheck/stationLoad";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { drawnKey } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";
import type { Beside } from "./engine/writes.ts";

const itemSchema = z.object({
  version: z.int().positive(),
  /** Day and station of every pick of the quarter. */
  picks: z.array(z.string()),
});
type Drawn = { quarter: string; version: number; picks: readonly string[] };

/** How a pick stands in the list of its quarter. */
export function drawnEntry(on: string, station: string): string {
  return `${on}#${station}`;
}

/** Everything that spot checks have drawn in the calendar quarter of a day: one GetItem. */
export function drawnInQuarterOf(store: Store, on: string): Promise<Drawn> {
  return loadDrawn(store, quarterOf(on));
}

/** Everything that spot checks have drawn in a calendar quarter (`2026-Q1`): one GetItem. */
export async function loadDrawn(store: Store, quarter: string): Promise<Drawn> {
  const { version = 0, picks = [] } = (await loadItem(store, drawnKey(quarter), itemSchema)) ?? {};
  return { quarter, version, picks };
}

/** The same by station: on that day, and in the quarter. */
export function checksDrawnFor({ picks }: Drawn, on: string): StationLoad[] {
  const loads = new Map<string, { day: number; quarter: number }>();
  for (const pick of picks) {
    const [date, station = ""] = pick.split("#");
    const { day, quarter } = loads.get(station) ?? { day: 0, quarter: 0 };
    loads.set(station, { day: day + (date === on ? 1 : 0), quarter: quarter + 1 });
  }
  return [...loads]
    .map(([station, { day, quarter }]): StationLoad => [station, day, quarter])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Adds what a check drew; only over the list that its draw has counted. */
export function drawnWrite({ quarter, version, picks }: Drawn, { on, picks: own }: SpotCheck): Beside {
  const all = [...picks, ...own.map(({ station }) => drawnEntry(on, station))];
  const put = { ...drawnKey(quarter), version: version + 1, picks: all };
  return { put, onlyOver: version === 0 ? "nothing" : { version } };
}
