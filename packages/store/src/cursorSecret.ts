import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Cached, cached } from "./engine/cached.ts";
import type { Store } from "./engine/client.ts";
import { cursorKey } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";

const secretSchema = z.object({ secret: z.base64url().length(43) });
const held = new WeakMap<Store, Cached<string>>();

/**
 * What all processes of an installation sign cursors with: 256 random bits that the first one who needs them writes once
 * for ever. One consistent GetItem for as long as the process runs.
 */
export function cursorSecret(store: Store): Promise<string> {
  const secret = held.get(store) ?? cached(() => readOrWrite(store), Number.POSITIVE_INFINITY);
  held.set(store, secret);
  return secret.current();
}

async function readOrWrite(store: Store): Promise<string> {
  const written = await read(store);
  if (written !== undefined) return written;
  const secret = randomBytes(32).toString("base64url");
  const Item = { ...cursorKey, secret };
  const once = { ConditionExpression: "attribute_not_exists(pk)" };
  try {
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item, ...once }));
    return secret;
  } catch (error) {
    const first = error instanceof ConditionalCheckFailedException ? await read(store) : undefined;
    if (first === undefined) throw error;
    return first;
  }
}

async function read(store: Store): Promise<string | undefined> {
  return (await loadItem(store, cursorKey, secretSchema))?.secret;
}
