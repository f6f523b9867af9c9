import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Message, messageSchema } from "@dunmiao/domain/notification";
import * as z from "zod";
import type { Store } from "./client.ts";
import { type Inbox, inboxPartition, messageKey } from "./keys.ts";
import { parseStored } from "./parseStored.ts";

const keptSeconds = 120 * 24 * 3600;
const rowSchema = z.object({ sk: z.string(), message: messageSchema });
/** A message as its inbox shows it. */
export type InboxMessage = z.infer<typeof messageSchema>;

/** Puts a message into the inbox of everybody it is for: one Put each; the same message again is the same item. */
export async function putMessage(store: Store, { to, ...message }: Message): Promise<void> {
  const { on, secondmentId, checkpoint = "-", code } = message;
  // Real time, not the day that the product shows: the engine expires rows by the real clock.
  const expiresAt = Math.floor(Date.now() / 1000) + keptSeconds;
  await Promise.all(
    to.map((inbox) => {
      const Item = { ...messageKey(inbox, { on, secondmentId, checkpoint, code }), message, expiresAt };
      return store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
    }),
  );
}

/** A page of an inbox, newest day first: one Query; `next` is the `before` of the following page. */
export async function listMessages(
  store: Store,
  inbox: Inbox,
  { limit = 50, before }: { limit?: number; before?: string | undefined } = {},
): Promise<{ messages: InboxMessage[]; next?: string }> {
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
      ExpressionAttributeValues: {
        ":pk": inboxPartition(inbox),
        ...(before !== undefined && { ":before": before }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const rows = Items.map((item) => parseStored(rowSchema, item, `message ${String(item.pk)}`));
  const last = rows.at(-1);
  const messages = rows.map(({ message }) => message);
  return { messages, ...(LastEvaluatedKey && last && { next: last.sk }) };
}
