import type { PairSummary } from "@dunmiao/domain/pair/pairSummary";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import { byCohort, byHost, byOfficer, bySending, type Rows } from "./engine/lists.ts";
import { earliestFirst, type PairRow, pairRow } from "./pairDirectory.ts";
import { storedPairSummarySchema } from "./pairSummaryText.ts";

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
  const { rows } = await byCohort(store, pairPartition(serviceNumber), storedPairSummarySchema);
  return rows.map(pairRow);
}

/** Each pair once, earliest first. */
function once(...found: readonly Rows<PairSummary>[]): PairRow[] {
  const rows = found.flatMap(({ rows: each }) => each.map(pairRow));
  return earliestFirst([...new Map(rows.map((row) => [row.id, row])).values()]);
}
