import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { ExportPage } from "@dunmiao/store/auditExportPages";
import type { Store } from "@dunmiao/store/engine/client";
import { type Key, recordOf, recordSort } from "@dunmiao/store/engine/keys";
import * as z from "zod";
import { dossierOf } from "./dossier.ts";
import { scopeOf } from "./scope.ts";
import type { ExportShelf } from "./shelf.ts";

/** The parts that are written page by page, each into pieces of its own. */
export const pagedParts = ["records", "events", "texts"] as const;
export type PagedPart = (typeof pagedParts)[number];
/** A page ends with the first read of keys that brings it over either: some seconds of work, some megabytes. */
const usual: PageLimits = { records: 200, characters: 8_000_000 };
/** `keys`: of one read; as many as DynamoDB gives unless told. */
export type PageLimits = { records: number; characters: number; keys?: number };

export function pieceName(name: string, part: PagedPart): string {
  return `${name}.${part}`;
}

/** What is exported: `size` leaves of the tree, and what was changed since. */
export type Exported = { id: string; scope: ExportScope; size: number };

const keySchema = z.object({ pk: z.string(), sk: z.string() });

/**
 * Writes the page after `before` onto the shelf, under a name that no other delivery writes: it counts once its row
 * is kept. Partitions come one after the other, so that one of which a page saw the first key belongs to that page.
 */
export async function writePage(
  { store, shelf }: { store: Store; shelf: ExportShelf },
  { id, scope, size }: Exported,
  before: ExportPage | undefined,
  limits = usual,
): Promise<ExportPage> {
  const isOfScope = await scopeOf(store, scope);
  const lines: Record<PagedPart, string[]> = { records: [], events: [], texts: [] };
  const page = { page: (before?.page ?? 0) + 1, name: randomUUID(), records: 0, events: 0 };
  let last = before?.last;
  let after = before?.after;
  let characters = 0;
  do {
    const read = await readKeys(store, after, limits.keys);
    for (const { pk } of read.keys) {
      const of = recordOf(pk);
      if (!of || pk === last) continue;
      last = pk;
      const dossier = await dossierOf(store, of, { size, isOfScope });
      page.records += dossier.records.length;
      page.events += dossier.events.length;
      for (const part of pagedParts)
        for (const line of dossier[part].map((each) => `${JSON.stringify(each)}\n`)) {
          lines[part].push(line);
          characters += line.length;
        }
    }
    after = read.after;
  } while (after && page.records < limits.records && characters < limits.characters);
  for (const part of pagedParts) await shelf.keep(id, pieceName(page.name, part), lines[part].join(""));
  return {
    ...page,
    ...(after && { after }),
    ...(last !== undefined && { last }),
    isLast: after === undefined,
  };
}

async function readKeys({ documents, tableName }: Store, after: Key | undefined, keys: number | undefined) {
  const page = await documents.send(
    new ScanCommand({
      TableName: tableName,
      FilterExpression: "sk = :record OR begins_with(sk, :event)",
      ExpressionAttributeValues: { ":record": recordSort, ":event": "EVENT#" },
      ProjectionExpression: "pk, sk",
      ConsistentRead: true,
      ExclusiveStartKey: after,
      Limit: keys,
    }),
  );
  const start = keySchema.safeParse(page.LastEvaluatedKey).data;
  return { keys: (page.Items ?? []).map((item) => keySchema.parse(item)), after: start };
}
