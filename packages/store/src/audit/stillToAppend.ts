import { addDays } from "@dunmiao/domain/calendarDate";
import type { Store } from "../engine/client.ts";
import { kinds } from "../engine/kinds.ts";
import { type ChangedRecord, changedRecords, countChanged } from "./changedRecords.ts";
import { newestLeafOf } from "./treeRead.ts";
import type { TreeState } from "./treeState.ts";

/** Days after which a change that was written with an earlier instant is not looked for any more. */
const lateDays = 7;
/** Leaves that are asked for side by side. */
const askedAtOnce = 25;

type Counted = TreeState["counted"];
/** `counted`: the changes of the last days once all of `rest` is in; `begun`: the same while it is not. */
type Still = { rest: ChangedRecord[]; counted: Counted; begun: Counted };

/**
 * The newest state of each record of the day after those that are in, with what came late. A day that is closed in
 * several goes keeps the number that the first one found: what came in between, and would stand before those that are
 * in, is missed by that number at the next closing.
 */
export async function stillToAppend(store: Store, { day, counted, after }: TreeState): Promise<Still> {
  const window = counted.filter((each) => each.day < day && each.day >= addDays(day, -lateDays));
  const from = window.map((each) => each.day).toSorted()[0] ?? day;
  const before = window.reduce((sum, { changes }) => sum + changes, 0);
  const isLate = from < day && (await countChanged(store, { from, to: addDays(day, -1) })) !== before;
  const rows = await changedRecords(store, { from: isLate ? from : day, to: day });
  const isAfter = (each: ChangedRecord) => !after || rank(each) > rank(after);
  const newest = newestOf(rows).filter(isAfter);
  const days = Map.groupBy(rows, (row) => row.day);
  const changes = (of: string) => days.get(of)?.length ?? 0;
  const isAsCounted = (of: string) => window.some((each) => each.day === of && each.changes === changes(of));
  const rest = isLate ? await withoutLeaf(store, newest, { day, isAsCounted }) : newest;
  const own = counted.find((each) => each.day === day) ?? { day, changes: changes(day) };
  const recounted = window.map((each) => ({ day: each.day, changes: changes(each.day) }));
  return { rest, counted: [...(isLate && !after ? recounted : window), own], begun: [...window, own] };
}

function newestOf(rows: readonly ChangedRecord[]): ChangedRecord[] {
  const newest = new Map<string, ChangedRecord>();
  for (const row of rows) {
    const other = newest.get(rank(row));
    if (!other || other.version < row.version) newest.set(rank(row), row);
  }
  return [...newest.values()].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Order of the leaves of a day. */
function rank({ kind, id }: Pick<ChangedRecord, "kind" | "id">): string {
  return `${String.fromCharCode(97 + kinds.indexOf(kind))}#${id}`;
}

type Days = { day: string; isAsCounted: (day: string) => boolean };

/**
 * Those of the day itself, and of the days whose number is another one those of which the tree does not say as much
 * already. One Query each of the latter.
 */
async function withoutLeaf(
  store: Store,
  records: readonly ChangedRecord[],
  { day, isAsCounted }: Days,
): Promise<ChangedRecord[]> {
  const missing: ChangedRecord[] = [];
  const asked = records.filter((record) => record.day === day || !isAsCounted(record.day));
  for (let at = 0; at < asked.length; at += askedAtOnce) {
    const some = asked.slice(at, at + askedAtOnce);
    const leaves = await Promise.all(
      some.map(async (record) => (record.day === day ? undefined : newestLeafOf(store, record))),
    );
    missing.push(...some.filter((record, of) => (leaves[of]?.version ?? 0) < record.version));
  }
  return missing;
}
