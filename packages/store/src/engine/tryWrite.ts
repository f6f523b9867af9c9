import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "./client.ts";
import { probeKey } from "./keys.ts";

/** Larger than any record, so that there is room for a change where there is room for this. */
const filler = "x".repeat(65_536);

/** Writes an item that nobody reads. Throws what a change would throw: StoreFullError where there is no room. */
export async function tryWrite({ documents, tableName }: Store): Promise<void> {
  await documents.send(new PutCommand({ TableName: tableName, Item: { ...probeKey, filler } }));
}
