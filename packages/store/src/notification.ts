import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type MatterMessage, matterMessageSchema } from "@dunmiao/domain/matter";
import { type Message, messageSchema } from "@dunmiao/domain/notification";
import * as z from "zod";
import type { Store } from "./client.ts";
import { type Inbox, inboxPartition, messageKey } from "./keys.ts";
import { parseStored } from "./parseStored.ts";
import type { Beside } from "./writes.ts";

const keptSeconds = 120 * 24 * 3600;
const rowSchema = z.object({ sk: z.string(), message: z.union([messageSchema, matterMessageSchema]) });
/** A message as its inbox shows it. */
export type InboxMessage = z.infer<typeof rowSchema>["message"];

/** Puts a message into the inbox of everybody it is for: one Put each; the same message again is the same item. */
export async function putMessage(store: Store, message: Message): Promise<void> {
  const puts = inboxWrites([message]).map(({ put }) =>
    store.documents.send(new PutCommand({ TableName: store.tableName, Item: put })),
  );
  await Promise.all(puts);
}

/** The same as items to be written with a record: one for each message and inbox, however often it was told. */
export function inboxWrites(messages: readonly (Message | MatterMessage)[]): Beside[] {
  // Real time, not the day that the product shows: the engine expires rows by the real clock.
  const expiresAt = Math.floor(Date.now() / 1000) + keptSeconds;
  const writes = new Map<string, Beside>();
  for (const { to, ...message } of messages) {
    for (const inbox of to) {
      const key = messageKey(inbox, aboutOf(message));
      writes.set(`${key.pk} ${key.sk}`, { put: { ...key, message, expiresAt } });
    }
  }
  return [...writes.values()];
}

function aboutOf(message: InboxMessage): Parameters<typeof messageKey>[1] {
  const { on, code } = message;
  if ("matter" in message) return { on, about: message.matter.id, checkpoint: message.matter.kind, code };
  return { on, about: message.secondmentId, checkpoint: message.checkpoint ?? "-", code };
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
