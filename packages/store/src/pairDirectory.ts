import type { PairSummary } from "@dunmiao/domain/pair/pairSummary";
import type { Store } from "./engine/client.ts";
import type { Row } from "./engine/indexRows.ts";
import { directoryFrom, lastPlaceOf } from "./engine/lists.ts";
import { storedPairSummarySchema } from "./pairSummaryText.ts";

/** A pair as lists have it. */
export type PairRow = PairSummary & { id: string };

/** Clocks of writers differ by less, and so does an index lag behind its table. */
const overlapMs = 60 * 1000;
const mostAgeMs = 10 * 60 * 1000;

/** All pairs as they were read, and the place in the directory from which on it is read again. */
type Held = { versions: Map<string, number>; pairs: PairRow[]; from: string; readAt: number };
const held = new WeakMap<Store, Held>();

/**
 * All pairs, earliest first. While they fit into one page of the index that is one Query. More are kept in memory, and
 * what was changed since is asked for: one Query again, as fresh as the index, for the directory is sorted by the instant
 * of the last change. They are read whole once in ten minutes, and always where one of them does not parse.
 */
export async function allPairs(store: Store): Promise<PairRow[]> {
  const before = held.get(store);
  if (before && Date.now() - before.readAt < mostAgeMs) {
    const { rows, isWhole } = await directoryFrom(store, "pair", storedPairSummarySchema, before.from);
    if (isWhole) return withChanges(before, rows);
  }
  held.delete(store);
  const readAt = Date.now();
  const { rows, pages, isWhole } = await directoryFrom(store, "pair", storedPairSummarySchema);
  const newest = newestOfEach(rows);
  const pairs = earliestFirst(newest.map(pairRow));
  const from = pages > 1 && isWhole ? wellBefore(await lastPlaceOf(store, "pair")) : undefined;
  const versions = new Map(newest.map(({ id, version }) => [id, version]));
  if (from !== undefined) held.set(store, { versions, pairs, from, readAt });
  return pairs;
}

/** What is held with rows that were written since. */
function withChanges(before: Held, rows: readonly Row<PairSummary>[]): PairRow[] {
  const newer = newestOfEach(rows).filter(({ id, version }) => version > (before.versions.get(id) ?? 0));
  if (newer.length > 0) {
    const changed = new Map(newer.map((row) => [row.id, pairRow(row)]));
    const others = before.pairs.filter(({ id }) => !changed.has(id));
    before.pairs = earliestFirst([...others, ...changed.values()]);
    for (const { id, version } of newer) before.versions.set(id, version);
  }
  return before.pairs;
}

/** A pair that changes while pages are read moves behind what was read, and is met again there. */
function newestOfEach(rows: readonly Row<PairSummary>[]): Row<PairSummary>[] {
  const newest = new Map<string, Row<PairSummary>>();
  for (const row of rows) if (row.version >= (newest.get(row.id)?.version ?? 0)) newest.set(row.id, row);
  return [...newest.values()];
}

/** A place a minute before another; undefined where that one is no instant: rows of before stand by the day of their term. */
function wellBefore(place: string | undefined): string | undefined {
  const [instant = ""] = place?.split("#") ?? [];
  return instant.includes("T") ? new Date(Date.parse(instant) - overlapMs).toISOString() : undefined;
}

/** Pairs by the first day of their term. */
export function earliestFirst(pairs: readonly PairRow[]): PairRow[] {
  return pairs.toSorted((one, other) => (one.from + one.id < other.from + other.id ? -1 : 1));
}

const known = new WeakMap<PairSummary, PairRow>();

/** A row of an index as lists have it; the same summary gives the same value, so that what was counted of it stands. */
export function pairRow({ id, summary }: Row<PairSummary>): PairRow {
  const before = known.get(summary);
  if (before?.id === id) return before;
  const row = Object.freeze({ id, ...summary });
  known.set(summary, row);
  return row;
}
