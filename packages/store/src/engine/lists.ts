import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { type Directory, dueBounds, stationPrefix } from "./indexKeys.ts";
import { itemsOf, type Partition, parseRow, query, type Row, rowsOf } from "./indexRows.ts";
import type { Kind } from "./kinds.ts";

/** All rows of one partition (a cohort, a branch, a directory, …): what exists is never cut off, else it would count as unknown. */
export type Rows<S> = { rows: readonly Row<S>[] };

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

/** Everything in a directory with how many pages it took, and whether each of its rows could be read. */
export type Pages<S> = Rows<S> & { pages: number; isWhole: boolean };

/** A directory, or what stands in it from a place on. One Query a megabyte. */
export async function directoryFrom<S>(
  store: Store,
  directory: Directory,
  schema: z.ZodType<S>,
  from?: string,
): Promise<Pages<S>> {
  const { items, pages } = await itemsOf(store, { index: "byKind", partition: directory, from });
  const rows = rowsOf(items, schema);
  return { rows, pages, isWhole: rows.length === items.length };
}

/** Where the last row of a directory stands; undefined when it is empty. One Query that reads one row. */
export async function lastPlaceOf(store: Store, directory: Directory): Promise<string | undefined> {
  const of = query(store.tableName, { index: "byKind", partition: directory });
  const { Items = [] } = await store.documents.send(
    new QueryCommand({ ...of, ScanIndexForward: false, Limit: 1 }),
  );
  return z.string().optional().parse(Items[0]?.directorySort);
}

async function list<S>(store: Store, of: Partition, schema: z.ZodType<S>): Promise<Rows<S>> {
  const { items } = await itemsOf(store, of);
  return { rows: rowsOf(items, schema) };
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
