import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { appendLeaf, emptyAuditTree, type Leaf } from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import type { Store } from "../engine/client.ts";
import { partitionOf } from "../engine/keys.ts";
import { kinds } from "../engine/kinds.ts";
import { headKey, leafKey, leafPrefix, leavesKey } from "../engine/treeKeys.ts";
import { type ChangedRecord, changedRecords, countChanged, firstChangedDay } from "./changedRecords.ts";
import { loadTreeState, stateWrite, type TreeState } from "./treeState.ts";

/** Leaves in one transaction: beside each a row of its record; with leaves and state fewer than 100 items. */
const leavesAtOnce = 90;
/** Transactions of one call, some seconds of work. */
const mostTransactions = 40;
/** Days after which a change that was written with an earlier instant is not looked for any more. */
const lateDays = 7;
const firstDay = "2000-01-01";

/** `more`: call again; `sign`: a day is whole and waits for its head; `done`: nothing is left before `asOf`. */
export type Closing = "more" | "sign" | "done";
type Limits = { leaves?: number; transactions?: number };

/**
 * Appends one leaf for every record that was changed on the day that is being closed, in the order of kind and id, a
 * page at a time, each in one transaction over the state that was read: however often it runs, it comes to the same tree.
 * `asOf` (YYYY-MM-DD) is not closed, the days before it are.
 */
export async function closePage(store: Store, asOf: string, limits: Limits = {}): Promise<Closing> {
  const { leaves = leavesAtOnce, transactions = mostTransactions } = limits;
  let state = (await loadTreeState(store)) ?? (await beginning(store, asOf));
  if (!state || state.day >= asOf) return "done";
  if (state.isWhole) return "sign";
  const { rest, counted } = await stillToAppend(store, state);
  for (let turn = 0; turn < transactions; turn += 1) {
    const page = rest.splice(0, leaves);
    const last = page.at(-1) ?? state.after;
    const next: TreeState = {
      ...state,
      ...(last && { after: { kind: last.kind, id: last.id } }),
      isWhole: rest.length === 0,
      ...(rest.length === 0 && { counted }),
    };
    const appended = await appendPage(store, { state, next, page });
    // Somebody else appended the same page.
    if (!appended) return "more";
    state = appended;
    if (state.isWhole) return "sign";
  }
  return "more";
}

async function beginning(store: Store, asOf: string): Promise<TreeState | undefined> {
  const day = await firstChangedDay(store, { from: firstDay, to: addDays(asOf, -1) });
  return day === undefined
    ? undefined
    : { version: 0, tree: emptyAuditTree, day, isWhole: false, counted: [] };
}

/** The newest state of each record of the day after those that are in, with what came late; and the changes of the last days. */
async function stillToAppend(
  store: Store,
  { day, counted, after }: TreeState,
): Promise<{ rest: ChangedRecord[]; counted: TreeState["counted"] }> {
  const window = counted.filter((each) => each.day >= addDays(day, -lateDays));
  const from = window.map((each) => each.day).toSorted()[0] ?? day;
  const before = window.reduce((sum, { changes }) => sum + changes, 0);
  const isLate = from < day && (await countChanged(store, { from, to: addDays(day, -1) })) !== before;
  const rows = await changedRecords(store, { from: isLate ? from : day, to: day });
  const isAfter = (each: ChangedRecord) => !after || rank(each) > rank(after);
  const newest = newestOf(rows).filter(isAfter);
  const rest = isLate ? await withoutLeaf(store, newest) : newest;
  const days = Map.groupBy(rows, (row) => row.day);
  const changes = (of: string) => days.get(of)?.length ?? 0;
  const earlier = isLate ? window.map((each) => ({ day: each.day, changes: changes(each.day) })) : window;
  return { rest, counted: [...earlier, { day, changes: changes(day) }] };
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

/** Those of which the tree does not say as much already. One Query each: only where something came late. */
async function withoutLeaf(store: Store, records: readonly ChangedRecord[]): Promise<ChangedRecord[]> {
  const missing: ChangedRecord[] = [];
  for (const record of records) {
    const leaf = await newestLeafOf(store, record);
    if (!leaf || leaf.version < record.version) missing.push(record);
  }
  return missing;
}

/** The newest version of a record that the tree knows of, with the place of its leaf. One Query. */
export async function newestLeafOf(
  { documents, tableName }: Store,
  { kind, id }: Pick<ChangedRecord, "kind" | "id">,
): Promise<{ version: number; index: number } | undefined> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": partitionOf(kind, id), ":prefix": leafPrefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [item] = Items;
  return item && { version: Number(item.version), index: Number(item.index) };
}

type Page = { state: TreeState; next: TreeState; page: readonly ChangedRecord[] };

async function appendPage(store: Store, { state, next, page }: Page): Promise<TreeState | undefined> {
  const { tableName: TableName } = store;
  const leaves = page.map(
    ({ kind, id, version, head }): Leaf => ({ kind, id, version, head, day: state.day }),
  );
  const first = state.tree.size;
  const onlyNew = { ConditionExpression: "attribute_not_exists(pk)" };
  const after = { ...next, tree: leaves.reduce(appendLeaf, state.tree), version: state.version + 1 };
  const beside = page.map(({ kind, id, version }, at) => ({
    Put: {
      TableName,
      Item: { ...leafKey(kind, id, version), version, index: first + at, day: state.day },
      ...onlyNew,
    },
  }));
  const written = await isWritten(store, [
    stateWrite(store, after, state.version),
    ...(leaves.length > 0
      ? [{ Put: { TableName, Item: { ...leavesKey(first), first, leaves }, ...onlyNew } }]
      : []),
    ...beside,
  ]);
  return written ? after : undefined;
}

/** The head of the day that is whole; undefined where none waits. One GetItem. */
export async function headToSign(
  store: Store,
  origin: string,
): Promise<{ state: TreeState; head: TreeHead } | undefined> {
  const state = await loadTreeState(store);
  if (!state?.isWhole) return undefined;
  const { tree, day } = state;
  return { state, head: { origin, size: tree.size, root: rootOf(tree), day, sm3: tree.sm3 } };
}

/** Keeps the signed head of a day and goes on to the next day on which something was changed, at the latest the one before `asOf`. */
export async function keepHead(store: Store, state: TreeState, note: string, asOf: string): Promise<void> {
  const to = addDays(asOf, -1);
  const following = addDays(state.day, 1);
  const changed = following <= to ? await firstChangedDay(store, { from: following, to }) : undefined;
  const day = changed ?? laterOf(following, to);
  const { after: _, ...rest } = state;
  const { size } = state.tree;
  const Item = { ...headKey(state.day), day: state.day, size, note };
  await isWritten(store, [
    stateWrite(store, { ...rest, day, isWhole: false }, state.version),
    { Put: { TableName: store.tableName, Item, ConditionExpression: "attribute_not_exists(pk)" } },
  ]);
}

/** False when somebody else was faster: a condition failed, or the transactions met. */
async function isWritten(
  { documents }: Store,
  TransactItems: NonNullable<TransactWriteCommandInput["TransactItems"]>,
): Promise<boolean> {
  try {
    await documents.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    const lost = ["ConditionalCheckFailed", "TransactionConflict"];
    if (!reasons.some(({ Code }) => Code !== undefined && lost.includes(Code))) throw error;
    return false;
  }
}
