import { quarterOf } from "@dunmiao/domain/spotCheck/stationLoad";
import { drawnEntry, loadDrawn } from "../drawn.ts";
import type { Store } from "../engine/client.ts";
import { loadRecord } from "../engine/record.ts";
import { listSpotChecks, spotCheckNoun } from "../spotCheck.ts";

/** What the list of a quarter's draws has that no check drew, and what was drawn and is not in it; each once for every time. */
type DrawnFaults = { surplus: string[]; lacking: string[] };

/**
 * Compares the list of all draws of a calendar quarter (`2026-Q1`) with what its checks drew: a surplus entry would keep
 * a station out of the next draw though it is below its cap, a lacking one have it visited once too often. One Query and one GetItem
 * a check; reads again when another check draws meanwhile. Throws StoredRowError where a check does not parse.
 */
export async function verifyDrawn(store: Store, quarter: string): Promise<DrawnFaults> {
  for (;;) {
    const { version, picks } = await loadDrawn(store, quarter);
    const drawn = await drawnIn(store, quarter);
    if ((await loadDrawn(store, quarter)).version !== version) continue;
    return { surplus: without(picks, drawn), lacking: without(drawn, picks) };
  }
}

async function drawnIn(store: Store, quarter: string): Promise<string[]> {
  const checks = (await listSpotChecks(store)).filter(({ on }) => quarterOf(on) === quarter);
  const records = await Promise.all(checks.map(({ id }) => loadRecord(store, spotCheckNoun, id)));
  return records.flatMap((each) => each?.picks.map(({ station }) => drawnEntry(each.on, station)) ?? []);
}

/** The entries of a list less those of another, each as often as it is left. */
function without(all: readonly string[], less: readonly string[]): string[] {
  const left = [...less];
  return all.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
