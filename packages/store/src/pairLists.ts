import type { PairSummary } from "@dunmiao/domain/pair/pairSummary";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import { byCohort, byHost, byKind, byOfficer, bySending, type Rows } from "./engine/lists.ts";
import { storedPairSummarySchema } from "./pairSummaryText.ts";

/** A pair as lists have it. */
export type PairRow = PairSummary & { id: string };

/** All pairs, earliest first: one Query on their directory. */
export async function allPairs(store: Store): Promise<PairRow[]> {
  return rowsOf(await byKind(store, "pair", storedPairSummarySchema));
}

/** Pairs with a member in a branch or one of its units: one Query for apprentices, one for mentors. */
export async function pairsOfBranch(store: Store, branch: string): Promise<PairRow[]> {
  const partition = pairPartition(branch);
  const found = await Promise.all([
    byHost(store, { branch: partition }, storedPairSummarySchema),
    bySending(store, partition, storedPairSummarySchema),
  ]);
  return once(...found);
}

/** Pairs of one person: one Query as mentor, one as apprentice. */
export async function pairsOfPerson(store: Store, serviceNumber: string): Promise<PairRow[]> {
  const partition = pairPartition(serviceNumber);
  const found = await Promise.all([
    byOfficer(store, partition, storedPairSummarySchema),
    byCohort(store, partition, storedPairSummarySchema),
  ]);
  return once(...found);
}

/** Pairs in which somebody is the apprentice: one Query. */
export async function pairsAsApprentice(store: Store, serviceNumber: string): Promise<PairRow[]> {
  return rowsOf(await byCohort(store, pairPartition(serviceNumber), storedPairSummarySchema));
}

/** Each pair once, earliest first. */
function once(...found: readonly Rows<PairSummary>[]): PairRow[] {
  const rows = new Map(found.flatMap(rowsOf).map((row) => [row.id, row]));
  return [...rows.values()].toSorted((one, other) => (one.from + one.id < other.from + other.id ? -1 : 1));
}

function rowsOf({ rows }: Rows<PairSummary>): PairRow[] {
  return rows.map(({ id, summary }) => ({ id, ...summary }));
}
