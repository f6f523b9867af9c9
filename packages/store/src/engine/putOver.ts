import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "./client.ts";
import type { Key } from "./keys.ts";

/** Puts an item over version `seen` of it (0 where there is none), as the next version. False when it was changed since. */
export async function putOver(store: Store, item: Key & object, seen: number): Promise<boolean> {
  const condition =
    seen === 0
      ? {
          // Also over an item whose version is no number.
          ConditionExpression: "NOT #version > :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": seen },
        }
      : {
          ConditionExpression: "#version = :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": seen },
        };
  try {
    const Item = { ...item, version: Number.isSafeInteger(seen + 1) ? seen + 1 : 1 };
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
