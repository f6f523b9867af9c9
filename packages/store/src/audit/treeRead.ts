import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Leaf } from "@dunmiao/domain/audit/leaf";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { partitionOf } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { parseStored } from "../engine/parseStored.ts";
import { loadItem } from "../engine/record.ts";
import {
  auditPartition,
  headKey,
  headPrefix,
  leafPrefix,
  leavesKey,
  leavesPrefix,
} from "../engine/treeKeys.ts";
import { leavesSchema } from "./treeState.ts";

const headSchema = z.object({ day: z.iso.date(), size: z.int(), note: z.string() });
/** The head of a day as it is kept: its signed note. */
export type KeptHead = z.infer<typeof headSchema>;

/** The heads of the last days, newest first. One Query. */
export async function newestHeads({ documents, tableName }: Store, limit: number): Promise<KeptHead[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({ ...under(tableName, headPrefix), ScanIndexForward: false, Limit: limit }),
  );
  return Items.map((item) => parseStored(headSchema, item, `head ${String(item.sk)}`));
}

/** All heads, oldest first. */
export async function allHeads(store: Store): Promise<KeptHead[]> {
  const heads: KeptHead[] = [];
  for await (const item of itemsUnder(store, headPrefix))
    heads.push(parseStored(headSchema, item, `head ${String(item.sk)}`));
  return heads;
}

/** The leaf of an index; undefined where there is none. One Query of the leaves that were appended with it. */
export async function leafAt(store: Store, index: number): Promise<Leaf | undefined> {
  const found = await leavesAround(store, index);
  return found?.leaves[index - found.first];
}

/** The same for many: leaves that were appended together are read once while they follow each other. */
export function leafReader(store: Store): (index: number) => Promise<Leaf | undefined> {
  let last: Awaited<ReturnType<typeof leavesAround>>;
  return async (index) => {
    const isThere = last && last.first <= index && index < last.first + last.leaves.length;
    if (!isThere) last = await leavesAround(store, index);
    return last?.leaves[index - last.first];
  };
}

async function leavesAround({ documents, tableName }: Store, index: number) {
  if (!Number.isSafeInteger(index) || index < 0) return undefined;
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
      ExpressionAttributeValues: {
        ":pk": auditPartition,
        ":first": leavesKey(0).sk,
        ":last": leavesKey(index).sk,
      },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  return leavesSchema.safeParse(Items[0]).data;
}

/** The leaves that follow those under a sort key, as many as were appended together; undefined at the end. One Query. */
export async function leavesAfter(
  { documents, tableName }: Store,
  after: string | undefined,
): Promise<{ sk: string; first: number; leaves: readonly Leaf[] } | undefined> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      // "!" sorts before all that follows a key, "$" after "#".
      ExpressionAttributeValues: {
        ":pk": auditPartition,
        ":from": after === undefined ? leavesPrefix : `${after}!`,
        ":to": `${leavesPrefix.slice(0, -1)}$`,
      },
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [item] = Items;
  return item && { sk: String(item.sk), ...parseStored(leavesSchema, item, `leaves ${String(item.sk)}`) };
}

/** All leaves in their order; each with its index. */
export async function* allLeaves(store: Store): AsyncGenerator<Leaf & { index: number }> {
  for await (const item of itemsUnder(store, leavesPrefix)) {
    const { first, leaves } = parseStored(leavesSchema, item, `leaves ${String(item.sk)}`);
    for (const [at, leaf] of leaves.entries()) yield { ...leaf, index: first + at };
  }
}

async function* itemsUnder({ documents, tableName }: Store, prefix: string) {
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await documents.send(
      new QueryCommand({ ...under(tableName, prefix), ExclusiveStartKey: start }),
    );
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

function under(TableName: string, prefix: string) {
  return {
    TableName,
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": auditPartition, ":prefix": prefix },
    ConsistentRead: true,
  };
}

/** The head of one day (YYYY-MM-DD); undefined where none was signed. One GetItem. */
export function headOf(store: Store, day: string): Promise<KeptHead | undefined> {
  return day === "" ? Promise.resolve(undefined) : loadItem(store, headKey(day), headSchema);
}

/** The newest version of a record that the tree knows of, with the place of its leaf. One Query. */
export async function newestLeafOf(
  { documents, tableName }: Store,
  { kind, id }: { kind: Kind; id: string },
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
