import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { appendLeaf, emptyAuditTree, type Leaf } from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import type { Store } from "../engine/client.ts";
import { headKey, leafKey, leavesKey } from "../engine/treeKeys.ts";
import { type ChangedRecord, firstChangedDay } from "./changedRecords.ts";
import { stillToAppend } from "./stillToAppend.ts";
import { loadTreeState, stateWrite, type TreeState } from "./treeState.ts";

/** Leaves in one transaction: beside each a row of its record; with leaves and state fewer than 100 items. */
const leavesAtOnce = 90;
/** Transactions of one call, some seconds of work. */
const mostTransactions = 40;
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
  const { rest, counted, begun } = await stillToAppend(store, state);
  for (let turn = 0; turn < transactions; turn += 1) {
    const page = rest.splice(0, leaves);
    const last = page.at(-1) ?? state.after;
    const next: TreeState = {
      ...state,
      ...(last && { after: { kind: last.kind, id: last.id } }),
      isWhole: rest.length === 0,
      counted: rest.length === 0 ? counted : begun,
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

/**
 * Keeps the signed head of a day and goes on to the next day on which something was changed, at the latest the one before
 * `asOf`. False when somebody else was faster.
 */
export async function keepHead(store: Store, state: TreeState, note: string, asOf: string): Promise<boolean> {
  const to = addDays(asOf, -1);
  const following = addDays(state.day, 1);
  const changed = following <= to ? await firstChangedDay(store, { from: following, to }) : undefined;
  const day = changed ?? laterOf(following, to);
  const { after: _, ...rest } = state;
  const { size } = state.tree;
  const Item = { ...headKey(state.day), day: state.day, size, note };
  return isWritten(store, [
    stateWrite(store, { ...rest, day, isWhole: false }, state.version),
    { Put: { TableName: store.tableName, Item, ConditionExpression: "attribute_not_exists(pk)" } },
  ]);
}

/**
 * False when somebody else was faster: the state, which is the first item, is another one, or the transactions met. A row
 * that stands where a new one belongs while the state does not know it is nobody's work: that throws.
 */
async function isWritten(
  { documents }: Store,
  TransactItems: NonNullable<TransactWriteCommandInput["TransactItems"]>,
): Promise<boolean> {
  try {
    await documents.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    const isBehind = reasons[0]?.Code === "ConditionalCheckFailed";
    if (!isBehind && !reasons.some(({ Code }) => Code === "TransactionConflict")) throw error;
    return false;
  }
}
