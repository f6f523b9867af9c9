import { type CalendarHistory, calendarHistory } from "@dunmiao/store/calendarHistory";
import type { Store } from "@dunmiao/store/engine/client";
import { recordOf } from "@dunmiao/store/engine/keys";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { type RecordFaults, verifyWhole } from "@dunmiao/store/verify/verifyBeside";
import { type KnownTree, knownTree, leafFaults, leafName } from "@dunmiao/store/verify/verifyLeaf";
import type { Fault } from "./fault.ts";
import { scanTable } from "./scanTable.ts";
import { storedCalendar, verifyCalendar } from "./verifyCalendar.ts";
import { verifyReference } from "./verifyReference.ts";

/**
 * How many records were checked, what is wrong, and how many records a notice that is in force has not come to yet:
 * these agree with the calendar before, and that is no fault while its recount is running.
 */
export type Verified = { checked: number; faults: Fault[]; recounting: Record<string, number> };

/**
 * Replays the event chain of every record of a table and compares it with the live record; computes again what stands
 * beside the records and compares that; asks of the tree of the days whether a record was cut off, rewritten, removed or
 * never went into it; asks of claims and rows among people whether a record stands behind them: after
 * a restore, or whenever somebody doubts. It reads everything: a Scan, which no role of the product may do. In memory
 * it holds one record at a time, the notices, and the keys of the records that it has seen.
 */
export async function verifyTable(
  store: Store,
  onProgress: (checked: number) => void = () => {},
): Promise<Verified> {
  const { faults, ...begun } = await readCalendars(store);
  const verified: Verified = { checked: 0, faults: [...faults], recounting: {} };
  const tree = await knownTree(store);
  for (const { day, fault } of tree.faults) verified.faults.push({ kind: "tree", id: day, fault });
  const run: Run = { ...begun, verified, tree };
  const seen = new Set<string>();
  for await (const item of recordsAndReferences(store)) {
    const of = recordOf(item.pk);
    if (!of) verified.faults.push(...(await verifyReference(store, item)));
    if (!of || seen.has(leafName(of))) continue;
    seen.add(leafName(of));
    await verifyOne(store, of, run);
    verified.checked += 1;
    if (verified.checked % 1_000 === 0) onProgress(verified.checked);
  }
  for (const { kind, id, day } of tree.newest.values())
    if (!seen.has(leafName({ kind, id }))) verified.faults.push({ kind, id, fault: `removed ${day}` });
  return verified;
}

/** Every record, also one of which only events are left, every claim, every row among people and every list of draws. */
function recordsAndReferences(store: Store) {
  return scanTable(store, {
    FilterExpression:
      "sk IN (:record, :number, :facts, :drawn) OR begins_with(sk, :event) OR begins_with(pk, :claim) OR begins_with(pk, :people)",
    ExpressionAttributeValues: {
      ":record": "RECORD",
      ":number": "NUMBER",
      ":facts": "FACTS",
      ":drawn": "DRAWN",
      ":event": "EVENT#",
      ":claim": "CLAIM#",
      ":people": "PEOPLE#",
    },
    ProjectionExpression: "pk, sk, periods, numbers",
  });
}

type Of = { kind: Kind; id: string };
/** `version`: the stored calendar's when the calendars were read. */
type Run = { calendars: CalendarHistory; version: number | undefined; verified: Verified; tree: KnownTree };

async function readCalendars(store: Store) {
  const { notices, version, faults } = await verifyCalendar(store);
  return { calendars: await calendarHistory(notices), version, faults };
}

async function verifyOne(store: Store, of: Of, run: Run): Promise<void> {
  const { verified } = run;
  const { chain, faults, recounting } = await underNewest(store, of, run);
  for (const { version, fault } of chain) verified.faults.push({ ...of, version, fault });
  // What the chain says of a record that does not parse is enough.
  const isNamed = chain.some(({ fault }) => fault === "altered-record");
  for (const fault of faults)
    if (!isNamed || !fault.startsWith("unreadable")) verified.faults.push({ ...of, fault });
  for (const fault of await leafFaults(store, of, run.tree)) verified.faults.push({ ...of, fault });
  if (recounting !== undefined) verified.recounting[recounting] = (verified.recounting[recounting] ?? 0) + 1;
}

/** A notice that is confirmed while a table is checked changes what its records should say: they are judged again. */
async function underNewest(store: Store, of: Of, run: Run): Promise<RecordFaults> {
  const found = await verifyWhole(store, of, run.calendars);
  if (found.faults.length === 0 || (await storedCalendar(store))?.version === run.version) return found;
  const { calendars, version } = await readCalendars(store);
  Object.assign(run, { calendars, version });
  return verifyWhole(store, of, calendars);
}
