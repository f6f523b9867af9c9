import { GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import {
  afterCheck,
  type Checked,
  type Difference,
  differenceSchema,
  isNews,
  isOpenDifference,
  unreadableRow,
} from "@dunmiao/domain/audit/difference";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { partsOf } from "../engine/keys.ts";
import { putOver } from "../engine/putOver.ts";
import { differenceKey, differencesPartition, strayKind } from "../engine/treeKeys.ts";

const itemSchema = z.object({ version: z.int().positive(), difference: differenceSchema });
/** One whose row does not parse: its key says what it is about, and nothing how long. */
type Unreadable = Checked & { since?: undefined; seenOn?: undefined; goneOn?: undefined; signed?: undefined };
/** A difference as it is kept; `version` goes up with each change. */
export type KeptDifference = (Difference | Unreadable) & { readonly version: number };

/** One of them. One GetItem. */
export async function differenceOf(
  store: Store,
  { kind, id }: Pick<Difference, "kind" | "id">,
): Promise<KeptDifference | undefined> {
  const Key = differenceKey(kind, id);
  const request = { TableName: store.tableName, Key, ConsistentRead: true };
  const { Item } = await store.documents.send(new GetCommand(request));
  return Item && readDifference(Item);
}

/** A row that does not parse, or says another record than its key, is itself a difference: nothing stops for it. */
function readDifference(item: Record<string, unknown>): KeptDifference {
  const { data } = itemSchema.safeParse(item);
  if (data && differenceKey(data.difference.kind, data.difference.id).sk === item.sk)
    return { ...data.difference, version: data.version };
  const version = typeof item.version === "number" && item.version > 0 ? item.version : 0;
  return { ...ofSort(String(item.sk)), faults: [unreadableRow], version };
}

function ofSort(sk: string): Pick<Difference, "kind" | "id"> {
  try {
    const [kind = "", id = ""] = partsOf(sk);
    if (/^[a-z-]+$/.test(kind) && id !== "" && differenceKey(kind, id).sk === sk) return { kind, id };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return { kind: strayKind, id: sk };
}

/** A page of all that were ever found, by kind and id; `next` is the `after` of the following one. One Query. */
export async function pageOfDifferences(
  { documents, tableName }: Store,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ differences: KeptDifference[]; next?: string }> {
  const request: QueryCommandInput = {
    TableName: tableName,
    KeyConditionExpression: after === undefined ? "pk = :pk" : "pk = :pk AND sk > :after",
    ExpressionAttributeValues: {
      ":pk": differencesPartition,
      ...(after !== undefined && { ":after": after }),
    },
    ConsistentRead: true,
    Limit: limit,
  };
  const { Items = [], LastEvaluatedKey } = await documents.send(new QueryCommand(request));
  const last = Items.at(-1)?.sk;
  return { differences: Items.map(readDifference), ...(LastEvaluatedKey && { next: String(last) }) };
}

/** All that are open. One Query for each thousand that were ever found. */
export async function openDifferences(store: Store): Promise<KeptDifference[]> {
  const open: KeptDifference[] = [];
  let after: string | undefined;
  do {
    const { differences, next } = await pageOfDifferences(store, { after, limit: 1_000 });
    open.push(...differences.filter(isOpenDifference));
    after = next;
  } while (after !== undefined);
  return open;
}

/**
 * Keeps what a check found on a day (YYYY-MM-DD); true where nobody was told of it. A row that cannot be read is written
 * anew and says so. A GetItem unless it was `seen` just now, and a Put where there is anything to keep.
 */
export async function keepChecked(
  store: Store,
  checked: Checked,
  on: string,
  ...seen: readonly [] | readonly [KeptDifference | undefined]
): Promise<boolean> {
  let kept = seen.length === 0 ? await differenceOf(store, checked) : seen[0];
  for (;;) {
    const known = kept?.since === undefined ? undefined : kept;
    const found = kept && !known ? { ...checked, faults: [unreadableRow, ...checked.faults] } : checked;
    const next = afterCheck(known, found, on);
    if (!next || (known?.goneOn && next.goneOn)) return false;
    if (await putDifference(store, next, kept?.version ?? 0)) return isNews(known, found);
    kept = await differenceOf(store, checked);
  }
}

/** False when it was changed since version `seen` of it was read; 0 is none. */
export function putDifference(store: Store, difference: Difference, seen: number): Promise<boolean> {
  const item = {
    ...differenceKey(difference.kind, difference.id),
    difference: differenceSchema.parse(difference),
  };
  return putOver(store, item, seen);
}
