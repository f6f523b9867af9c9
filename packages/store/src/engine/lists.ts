import { type AttributeValue, QueryCommand as PlainQueryCommand } from "@aws-sdk/client-dynamodb";
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { type Directory, dueBounds, stationPrefix } from "./indexKeys.ts";
import { namedOf } from "./keys.ts";
import { type FlagKind, flagKinds, type Kind } from "./kinds.ts";
import { parseStored, StoredRowError } from "./parseStored.ts";
import { type IndexName, tableIndexes } from "./table.ts";
import { readOrName } from "./unreadable.ts";

/** A row of an index: which record, at which version, and its summary. Indexes lag behind the records a little. */
export type Row<S> = { kind: FlagKind; id: string; version: number; summary: S };
/** All rows of one partition (a cohort, a branch, a directory, …): what exists is never cut off, else it would count as unknown. */
export type Rows<S> = { rows: Row<S>[] };

/** The people of one cohort, by service number. */
export function byCohort<S>(store: Store, cohortId: string, schema: z.ZodType<S>): Promise<Rows<S>> {
  return list(store, { index: "byCohort", partition: cohortId }, schema);
}

/** The people at one branch, by station, or at one station of it. */
export function byHost<S>(
  store: Store,
  host: { branch: string; station?: string | undefined },
  schema: z.ZodType<S>,
): Promise<Rows<S>> {
  const prefix = host.station === undefined ? undefined : stationPrefix(host.station);
  return list(store, { index: "byHost", partition: host.branch, prefix }, schema);
}

/** The people that a unit has sent. */
export function bySending<S>(store: Store, unit: string, schema: z.ZodType<S>): Promise<Rows<S>> {
  return list(store, { index: "bySending", partition: unit }, schema);
}

/** All secondments of one officer, oldest term first. */
export function byOfficer<S>(store: Store, serviceNumber: string, schema: z.ZodType<S>): Promise<Rows<S>> {
  return list(store, { index: "byOfficer", partition: serviceNumber }, schema);
}

/** Everything in one directory (units, cohorts, notices, imports, officers of a home unit, flags), in its order. */
export function byKind<S>(store: Store, directory: Directory, schema: z.ZodType<S>): Promise<Rows<S>> {
  return list(store, { index: "byKind", partition: directory }, schema);
}

/** What is due: id, version and the day on which it became due. */
export type Due = { kind: Kind; id: string; version: number; dueOn: string };

/**
 * One page (one Query) of what is due on `asOf` (YYYY-MM-DD) or before, earliest first. `next` is the `after` of
 * the following page: paging goes by key, so that an item that stays due cannot hold the sweep.
 */
export async function due(
  store: Store,
  kind: Kind,
  asOf: string,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<{ items: Due[]; next?: string }> {
  const bounds = dueBounds(asOf, after);
  if (bounds.from > bounds.to) return { items: [] };
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      IndexName: "byDue",
      KeyConditionExpression: "dueKind = :kind AND dueAt BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":kind": kind, ":from": bounds.from, ":to": bounds.to },
      Limit: limit,
    }),
  );
  const found = Items.map((item) => ({
    ...parseRow(item, z.unknown()),
    dueAt: z.string().parse(item.dueAt),
  }));
  const last = found.at(-1);
  const items = found.map(({ dueAt, id, version }) => ({
    kind,
    id,
    version,
    dueOn: dueAt.slice(0, 10),
  }));
  return { items, ...(LastEvaluatedKey && last && { next: last.dueAt }) };
}

type Partition = { index: IndexName; partition: string; prefix?: string | undefined };

async function list<S>(store: Store, of: Partition, schema: z.ZodType<S>): Promise<Rows<S>> {
  const items: PlainItem[] = [];
  const asked = onlyRows(query(store.tableName, of));
  const ExpressionAttributeValues = marshall(asked.ExpressionAttributeValues);
  let start: PlainItem | undefined;
  do {
    const request = { ...asked, ExpressionAttributeValues, ExclusiveStartKey: start };
    const page = await store.documents.send(new PlainQueryCommand(request));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  const rows = items.flatMap((item) =>
    readOrName(namedOf(String(item.pk?.S)), () => parseRow(rowOf(item), schema)),
  );
  return { rows };
}

/** Keys of the table and of the index are half of a row: they are not sent where nobody reads them. */
function onlyRows(asked: ReturnType<typeof query>) {
  return {
    ...asked,
    ProjectionExpression: "#pk, #kind, #version, #summary",
    ExpressionAttributeNames: {
      ...asked.ExpressionAttributeNames,
      ...{ "#pk": "pk", "#kind": "kind", "#version": "version", "#summary": "summary" },
    },
  };
}

type PlainItem = Record<string, AttributeValue>;

/** The four members of a row that a list needs: hundreds are read at once, and the client's own reading costs as much again. */
function rowOf({ pk, kind, version, summary }: PlainItem): Record<string, unknown> {
  const said = summary?.S ?? (summary && unmarshall({ summary }).summary);
  return { pk: pk?.S, kind: kind?.S, summary: said, ...(version && { version: Number(version.N) }) };
}

function query(TableName: string, { index, partition, prefix }: Partition) {
  const { hash, range } = tableIndexes[index];
  return {
    TableName,
    IndexName: index,
    KeyConditionExpression:
      prefix === undefined ? "#hash = :hash" : "#hash = :hash AND begins_with(#range, :prefix)",
    ExpressionAttributeNames: { "#hash": hash, ...(prefix !== undefined && { "#range": range }) },
    ExpressionAttributeValues: { ":hash": partition, ...(prefix !== undefined && { ":prefix": prefix }) },
  };
}

const rowSchema = z.object({
  pk: z.string(),
  kind: z.enum(flagKinds),
  version: z.int().default(0),
  summary: z.unknown(),
});

function parseRow<S>(item: Record<string, unknown>, schema: z.ZodType<S>): Row<S> {
  const { pk, kind, version, summary } = parseStored(rowSchema, item, `index row ${String(item.pk)}`);
  const of = namedOf(pk);
  if (!of) throw new StoredRowError(`index row ${pk}`, []);
  const parsed = parseStored(schema, summary, `summary of ${kind} ${of.id}`, of);
  return { kind, id: of.id, version, summary: parsed };
}

/** Whether anybody was planned to a cohort: one Query that reads one row. */
export async function hasPeople(store: Store, cohortId: string): Promise<boolean> {
  const of = query(store.tableName, { index: "byCohort", partition: cohortId });
  const { Count = 0 } = await store.documents.send(new QueryCommand({ ...of, Select: "COUNT", Limit: 1 }));
  return Count > 0;
}

/** One page of a cohort by service number; `next` is the `after` of the following page. */
export async function pageOfCohort<S>(
  store: Store,
  cohortId: string,
  schema: z.ZodType<S>,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ rows: Row<S>[]; next?: string }> {
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      IndexName: "byCohort",
      KeyConditionExpression: "cohortId = :cohort AND serviceNumber > :after",
      ExpressionAttributeValues: { ":cohort": cohortId, ":after": after ?? " " },
      Limit: limit,
    }),
  );
  const last = Items.at(-1);
  const rows = Items.map((item) => parseRow(item, schema));
  return { rows, ...(LastEvaluatedKey && last && { next: z.string().parse(last.serviceNumber) }) };
}
