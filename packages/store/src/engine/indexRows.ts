import { type AttributeValue, QueryCommand as PlainQueryCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { namedOf } from "./keys.ts";
import { type FlagKind, flagKinds } from "./kinds.ts";
import { parseStored, StoredRowError } from "./parseStored.ts";
import { type SharedReads, sharedReads } from "./sharedReads.ts";
import { type IndexName, tableIndexes } from "./table.ts";
import { readOrName } from "./unreadable.ts";

/** A row of an index: which record, at which version, and its summary. Indexes lag behind the records a little. */
export type Row<S> = { kind: FlagKind; id: string; version: number; summary: S };
/** One partition of an index, its rows that begin so, or those from a place on. */
export type Partition = {
  index: IndexName;
  partition: string;
  prefix?: string | undefined;
  from?: string | undefined;
};

type Parsed<S> = { schema: z.ZodType<S>; rows: readonly Row<S>[] };
const parsed = new WeakMap<readonly PlainItem[], Parsed<unknown>>();

/**
 * The rows of items; what does not parse is named and left out. Who shares a reading shares its rows, too, where all of
 * them could be read and nobody can change them.
 */
export function rowsOf<S>(items: readonly PlainItem[], schema: z.ZodType<S>): readonly Row<S>[] {
  const before = parsed.get(items);
  if (isBy(before, schema)) return before.rows;
  const rows = items.flatMap((item) =>
    readOrName(
      () => namedOf(String(item.pk?.S)),
      () => Object.freeze(parseRow(rowOf(item), schema)),
    ),
  );
  const isShared = rows.length === items.length && rows.every(({ summary }) => Object.isFrozen(summary));
  if (isShared) parsed.set(items, { schema, rows: Object.freeze(rows) });
  return rows;
}

function isBy<S>(found: Parsed<unknown> | undefined, schema: z.ZodType<S>): found is Parsed<S> {
  return found?.schema === schema;
}

type Read = { items: readonly PlainItem[]; pages: number };
const reading = new WeakMap<Store, SharedReads<Read>>();

/** All items of a partition, and how many pages they took; who asks for it at the same time shares the reading. */
export function itemsOf(store: Store, of: Partition): Promise<Read> {
  const shared = reading.get(store) ?? sharedReads<Read>();
  reading.set(store, shared);
  return shared.of(JSON.stringify(of), () => readItems(store, of));
}

async function readItems(store: Store, of: Partition): Promise<Read> {
  const items: PlainItem[] = [];
  let pages = 0;
  const asked = onlyRows(query(store.tableName, of));
  const ExpressionAttributeValues = marshall(asked.ExpressionAttributeValues);
  let start: PlainItem | undefined;
  do {
    const request = { ...asked, ExpressionAttributeValues, ExclusiveStartKey: start };
    const page = await store.documents.send(new PlainQueryCommand(request));
    items.push(...(page.Items ?? []));
    pages += 1;
    start = page.LastEvaluatedKey;
  } while (start);
  return { items, pages };
}

/** Keys of the table and of the index are half of a row: they are not sent where nobody reads them. */
function onlyRows(asked: ReturnType<typeof query>) {
  return {
    ...asked,
    ProjectionExpression: "#pk, #kind, #version, #summary",
    ExpressionAttributeNames: {
      ...asked.ExpressionAttributeNames,
      "#pk": "pk",
      "#kind": "kind",
      "#version": "version",
      "#summary": "summary",
    },
  };
}

type PlainItem = Record<string, AttributeValue>;

/** The four members of a row that a list needs: hundreds are read at once, and the client's own reading costs as much again. */
function rowOf({ pk, kind, version, summary }: PlainItem): Record<string, unknown> {
  const said = summary?.S ?? (summary && unmarshall({ summary }).summary);
  return { pk: pk?.S, kind: kind?.S, summary: said, ...(version && { version: Number(version.N) }) };
}

/** What a Query of a partition asks. */
export function query(TableName: string, { index, partition, prefix, from }: Partition) {
  const { hash, range } = tableIndexes[index];
  const within = prefix === undefined ? from && " AND #range >= :range" : " AND begins_with(#range, :range)";
  return {
    TableName,
    IndexName: index,
    KeyConditionExpression: `#hash = :hash${within ?? ""}`,
    ExpressionAttributeNames: { "#hash": hash, ...(within && { "#range": range }) },
    ExpressionAttributeValues: { ":hash": partition, ...(within && { ":range": prefix ?? from }) },
  };
}

const rowSchema = z.object({
  pk: z.string(),
  kind: z.enum(flagKinds),
  version: z.int().default(0),
  summary: z.unknown(),
});

/** A row of an index. Throws StoredRowError when it does not parse. */
export function parseRow<S>(item: Record<string, unknown>, schema: z.ZodType<S>): Row<S> {
  const { pk, kind, version, summary } = parseStored(rowSchema, item, `index row ${String(item.pk)}`);
  const of = namedOf(pk);
  if (!of) throw new StoredRowError(`index row ${pk}`, []);
  const parsed = parseStored(schema, summary, `summary of ${kind} ${of.id}`, of);
  return { kind, id: of.id, version, summary: parsed };
}
