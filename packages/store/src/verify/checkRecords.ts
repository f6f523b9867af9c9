import type { Leaf } from "@dunmiao/domain/audit/leaf";
import type { ChangedRecord } from "../audit/changedRecords.ts";
import { differenceOf, keepChecked } from "../audit/differences.ts";
import { leafAt, leafReader, newestHeads, newestLeafOf } from "../audit/treeRead.ts";
import type { Store } from "../engine/client.ts";
import { type Kind, kinds } from "../engine/kinds.ts";
import { type Against, readCalendars, recordFaults } from "./recordFaults.ts";
import { leafName, leavesInTrail } from "./verifyLeaf.ts";
import { unlessUnreadable } from "./verifyTree.ts";

type Of = { kind: Kind; id: string };
/** Leaves by which one record is looked at; more tell nobody more. */
const mostLeaves = 20;

/** `by`: a leaf that speaks of the record, with its index. */
type How = { against: Against; on: string; by?: Leaf & { index: number } };

/**
 * Looks at records with changes of closed days that the tree does not know; answers how many nobody was told of. One
 * Query a record, and one a run of leaves.
 */
export async function checkChanges(
  store: Store,
  { kind, rows }: { kind: Kind; rows: readonly ChangedRecord[] },
  how: How,
): Promise<number> {
  const versions = new Map<string, number>();
  const isClosed = ({ day }: { day: string }) => day < how.against.days.lastDay;
  for (const { id, version } of rows.filter(isClosed))
    versions.set(id, Math.max(version, versions.get(id) ?? 0));
  const leafOf = leafReader(store);
  let found = 0;
  for (const [id, version] of versions) {
    const of = { kind, id };
    const row = await newestLeafOf(store, of);
    // The row beside the record says only where to look.
    const leaf = row && row.version >= version ? await leafOf(row.index) : undefined;
    if (leaf?.kind === of.kind && leaf.id === id && leaf.version >= version) continue;
    if (await checkRecord(store, of, how)) found += 1;
  }
  return found;
}

/**
 * Looks at the whole record by its newest leaf; of an earlier one whether its event is still the one that went into the
 * tree. Answers how many nobody was told of. A Query a record, and a BatchGetItem for 100 events.
 */
export async function checkLeaves(
  store: Store,
  { first, leaves }: { first: number; leaves: readonly Leaf[] },
  how: How,
): Promise<number> {
  const known = leaves.flatMap((leaf, at) => {
    const kind = kinds.find((each) => each === leaf.kind);
    return kind ? [{ ...leaf, kind, index: first + at }] : [];
  });
  const newest = new Map<string, number>();
  for (const of of known)
    if (!newest.has(leafName(of))) newest.set(leafName(of), (await newestLeafOf(store, of))?.version ?? 0);
  const isEarlier = (leaf: Leaf) => (newest.get(leafName(leaf)) ?? 0) > leaf.version;
  const inTrail = await leavesInTrail(store, known.filter(isEarlier));
  let found = 0;
  for (const by of known) {
    const of = { kind: by.kind, id: by.id };
    if (!inTrail.has(by) && (await checkRecord(store, of, { ...how, by }))) found += 1;
  }
  return found;
}

/**
 * True where it found what nobody was told of. It looks by every leaf by which something was found before, so that the
 * same is found the same way; what is changed meanwhile is judged by the rules that hold then.
 */
export async function checkRecord(store: Store, of: Of, { against, on, by }: How): Promise<boolean> {
  const known = await differenceOf(store, of);
  const before = known?.goneOn === undefined ? (known?.leaves ?? []) : [];
  const leaves = [...new Set([...before, ...(by ? [by.index] : [])])].slice(0, mostLeaves);
  const leafOf = async (index: number) => (index === by?.index ? by : leafAt(store, index));
  const read = await Promise.all(leaves.map(leafOf));
  const own = read.flatMap((leaf) => (leaf?.kind === of.kind && leaf.id === of.id ? [leaf] : []));
  const first = await recordFaults(store, of, { against, leaves: own });
  const faults =
    first.length === 0
      ? []
      : await recordFaults(store, of, { against: await readAgainst(store), leaves: own });
  return keepChecked(store, { ...of, faults, leaves }, on, known);
}

/** What records are checked against now: read once a page. */
export async function readAgainst(store: Store): Promise<Against> {
  const { calendars } = await readCalendars(store);
  const first = await leafAt(store, 0);
  const [head] = (await unlessUnreadable(() => newestHeads(store, 1))) ?? [];
  return { calendars, days: { firstDay: first?.day ?? "", lastDay: head?.day ?? "" } };
}
