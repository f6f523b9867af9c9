import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { type ChangedSort, changedDirectory, parseChanged } from "../engine/indexKeys.ts";
import { type Kind, kinds } from "../engine/kinds.ts";
import { tableIndexes } from "../engine/table.ts";

/** Days (YYYY-MM-DD), both inclusive. */
export type Days = { from: string; to: string };
/** A change that the closing of its day has to take up. */
export type ChangedRecord = ChangedSort & { kind: Kind };

const rowSchema = z.object({ directorySort: z.string() });

/** The last changes of all transactions of these days, by kind and in the order of day, id and version. One Query a kind and MB. */
export async function changedRecords(store: Store, days: Days): Promise<ChangedRecord[]> {
  const found = await Promise.all(kinds.map((kind) => changedOfKind(store, kind, days)));
  return found.flat();
}

async function changedOfKind(store: Store, kind: Kind, days: Days): Promise<ChangedRecord[]> {
  const rows: ChangedRecord[] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const request = { ...query(store, kind, days), ProjectionExpression: "directorySort" };
    const page = await store.documents.send(new QueryCommand({ ...request, ExclusiveStartKey: start }));
    for (const item of page.Items ?? [])
      rows.push({ kind, ...parseChanged(rowSchema.parse(item).directorySort) });
    start = page.LastEvaluatedKey;
  } while (start);
  return rows;
}

/** A page of the changes of a kind of all days, after the one of that sort key. One Query. */
export async function changesAfter(
  store: Store,
  kind: Kind,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ rows: ChangedRecord[]; next?: string }> {
  const from = after === undefined ? "0" : `${after}!`;
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      ...query(store, kind, { from: "0", to: "9" }),
      ExpressionAttributeValues: { ":hash": changedDirectory(kind), ":from": from, ":to": "9999-12-31$" },
      ProjectionExpression: "directorySort",
      Limit: limit,
    }),
  );
  const sorts = Items.map((item) => rowSchema.parse(item).directorySort);
  const last = sorts.at(-1);
  const rows = sorts.map((sort) => ({ kind, ...parseChanged(sort) }));
  return { rows, ...(LastEvaluatedKey && last !== undefined && { next: last }) };
}

/** How many there are. One Query a kind and MB. */
export async function countChanged(store: Store, days: Days): Promise<number> {
  const counts = await Promise.all(kinds.map((kind) => countOfKind(store, kind, days)));
  return counts.reduce((sum, each) => sum + each, 0);
}

async function countOfKind(store: Store, kind: Kind, days: Days): Promise<number> {
  let count = 0;
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const request = { ...query(store, kind, days), Select: "COUNT" as const, ExclusiveStartKey: start };
    const page = await store.documents.send(new QueryCommand(request));
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start);
  return count;
}

/** The first of these days on which anything was changed. One Query a kind that reads one row. */
export async function firstChangedDay(store: Store, days: Days): Promise<string | undefined> {
  const first = await Promise.all(
    kinds.map(async (kind) => {
      const { Items = [] } = await store.documents.send(
        new QueryCommand({ ...query(store, kind, days), Limit: 1 }),
      );
      return Items.map((item) => parseChanged(rowSchema.parse(item).directorySort).day);
    }),
  );
  return first.flat().toSorted()[0];
}

function query({ tableName }: Store, kind: Kind, { from, to }: Days) {
  const { hash, range } = tableIndexes.byKind;
  return {
    TableName: tableName,
    IndexName: "byKind",
    KeyConditionExpression: "#hash = :hash AND #range BETWEEN :from AND :to",
    ExpressionAttributeNames: { "#hash": hash, "#range": range },
    // "$" follows "#": the days themselves are prefixes.
    ExpressionAttributeValues: { ":hash": changedDirectory(kind), ":from": `${from}#`, ":to": `${to}$` },
  };
}
