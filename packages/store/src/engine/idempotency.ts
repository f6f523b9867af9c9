import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { idempotencyKey } from "./keys.ts";

/** One use of an idempotency key: who, which action, the client's key, SHA-256 of the request's body. */
export type KeyUse = { actor: string; route: string; key: string; bodyHash: string };
const writtenSchema = z.object({ kind: z.string(), id: z.string(), version: z.int() });
/** What a repeat is answered: HTTP status and a small JSON body; `written` is the record as the first use left it. */
export type Answer = { status: number; body: unknown; written?: z.infer<typeof writtenSchema> | undefined };

const keyRowSchema = z.object({
  bodyHash: z.string(),
  status: z.int(),
  body: z.unknown(),
  /** Rows of before have none. */
  written: writtenSchema.optional(),
  expiresAt: z.int(),
});
export type KeyResult = { bodyHash: string } & Answer;

const keptSeconds = 2 * 24 * 3600;

/** Reads the stored row of a used key; a row that does not parse is an error. */
export function parseKeyRow(row: unknown): KeyResult {
  const { bodyHash, status, body, written } = keyRowSchema.parse(row);
  return { bodyHash, status, body, ...(written && { written }) };
}

/** The first result under this key, undefined when the key is new or its two days are over. */
export async function findKey(store: Store, use: KeyUse): Promise<KeyResult | undefined> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: keyOf(use), ConsistentRead: true }),
  );
  if (!Item || keyRowSchema.parse(Item).expiresAt < secondsNow()) return undefined;
  return parseKeyRow(Item);
}

/** Puts the row unless the key is in use; expired rows may stay for days before the engine removes them. */
export function keyRowWrite(TableName: string, use: KeyUse & Answer) {
  const { bodyHash, status, body, written } = use;
  const now = secondsNow();
  return {
    Put: {
      TableName,
      Item: { ...keyOf(use), bodyHash, status, body, written, expiresAt: now + keptSeconds },
      ConditionExpression: "attribute_not_exists(pk) OR expiresAt < :now",
      ExpressionAttributeValues: { ":now": now },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
    },
  };
}

function keyOf({ actor, route, key }: KeyUse) {
  return idempotencyKey(actor, route, key);
}

/** Real time, not the day that the product shows: the engine expires rows by the real clock. */
function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}
