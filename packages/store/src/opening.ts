import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Opening, openingSchema } from "@dunmiao/domain/opening";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { openingKey, openingPartition } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";

const keptYears = 3;
const rowSchema = z.object({ sk: z.string(), opening: openingSchema });

/** Notes that a person's file was opened, by the request that did; kept for three years. One Put. */
export async function putOpening(
  { documents, tableName }: Store,
  serviceNumber: string,
  requestId: string,
  opening: Opening,
): Promise<void> {
  const until = new Date(opening.at);
  until.setUTCFullYear(until.getUTCFullYear() + keptYears);
  const expiresAt = Math.floor(until.getTime() / 1000);
  const Item = { ...openingKey(serviceNumber, opening.at, requestId), opening, expiresAt };
  await documents.send(new PutCommand({ TableName: tableName, Item }));
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
