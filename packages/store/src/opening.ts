import { PutCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type Opening, openingSchema } from "@dunmiao/domain/opening";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { openingKey, openingPartition } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";

const keptYears = 3;
const rowSchema = z.object({ sk: z.string(), opening: openingSchema });

/** An opening of a person's file, and the request that did it. */
export type NotedOpening = { serviceNumber: string; requestId: string; opening: Opening };

/**
 * Notes who opened whose files, at most a hundred at a time; kept for three years. One Put, or one transaction of
 * them: a batch would need the right to delete. The same file opened twice by one request in one instant is one note.
 */
export async function putOpenings(
  { documents, tableName }: Store,
  noted: readonly NotedOpening[],
): Promise<void> {
  const rows = new Map(noted.map(rowOf).map((row) => [`${row.pk} ${row.sk}`, row]));
  const puts = [...rows.values()].map((Item) => ({ Put: { TableName: tableName, Item } }));
  const [first, ...more] = puts;
  if (!first) return;
  if (more.length === 0) await documents.send(new PutCommand(first.Put));
  else await documents.send(new TransactWriteCommand({ TransactItems: puts }));
}

function rowOf({ serviceNumber, requestId, opening }: NotedOpening) {
  const until = new Date(opening.at);
  until.setUTCFullYear(until.getUTCFullYear() + keptYears);
  const expiresAt = Math.floor(until.getTime() / 1000);
  return { ...openingKey(serviceNumber, opening.at, requestId), opening, expiresAt };
}

/**
 * A page of who opened a person's file, newest first: one Query for each number that the person is on file under; `next` is
 * the `before` of the following page.
 */
export async function listOpenings(
  store: Store,
  numbers: readonly string[],
  { limit = 50, before }: { limit?: number; before?: string | undefined } = {},
): Promise<{ openings: Opening[]; next?: string }> {
  const pages = await Promise.all(numbers.map((each) => pageOf(store, each, { limit, before })));
  const found = pages.flatMap(({ rows }) => rows).toSorted((a, b) => (a.sk > b.sk ? -1 : 1));
  const rows = found.slice(0, limit);
  const last = rows.at(-1)?.sk;
  const isMore = found.length > limit || pages.some((page) => page.isMore);
  return {
    openings: rows.map(({ opening }) => opening),
    ...(isMore && last !== undefined && { next: last }),
  };
}

async function pageOf(
  { documents, tableName }: Store,
  serviceNumber: string,
  { limit, before }: { limit: number; before: string | undefined },
) {
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
      ExpressionAttributeValues: {
        ":pk": openingPartition(serviceNumber),
        ...(before !== undefined && { ":before": before }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const rows = Items.map((item) => parseStored(rowSchema, item, `opening ${String(item.sk)}`));
  return { rows, isMore: LastEvaluatedKey !== undefined };
}
