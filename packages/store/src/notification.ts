import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type MatterMessage, matterMessageSchema } from "@dunmiao/domain/matter";
import { messageSchema } from "@dunmiao/domain/notification";
import type { StepMessage } from "@dunmiao/domain/pairMessage";
import { pairMessageSchema } from "@dunmiao/domain/pairMessage";
import { type DecisionMessage, decisionMessageSchema } from "@dunmiao/domain/term/decisionMessage";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { type Inbox, inboxPartition, messageKey, partsOf } from "./engine/keys.ts";
import { type Kind, kinds } from "./engine/kinds.ts";
import { parseStored } from "./engine/parseStored.ts";
import { readOrName } from "./engine/unreadable.ts";
import type { Beside } from "./engine/writes.ts";

const keptSeconds = 120 * 24 * 3600;
const rowSchema = z.object({
  sk: z.string(),
  message: z.union([decisionMessageSchema, messageSchema, matterMessageSchema, pairMessageSchema]),
});
/** A message as its inbox shows it. */
export type InboxMessage = z.infer<typeof rowSchema>["message"];

/** Puts a message into the inbox of everybody it is for: one Put each; the same message again is the same item. */
export async function putMessage(store: Store, message: StepMessage | MatterMessage): Promise<void> {
  const puts = inboxWrites([message]).map(({ put }) =>
    store.documents.send(new PutCommand({ TableName: store.tableName, Item: put })),
  );
  await Promise.all(puts);
}

/** The same as items to be written with a record: one for each message and inbox, however often it was told. */
export function inboxWrites(messages: readonly (StepMessage | MatterMessage | DecisionMessage)[]): Beside[] {
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
  if ("decision" in message)
    return { on, about: message.secondmentId, checkpoint: decisionPart(message), code };
  const about = "pairId" in message ? message.pairId : message.secondmentId;
  return { on, about, checkpoint: message.checkpoint ?? "-", code };
}

/** Decisions of one day stand in the order in which they were taken. */
function decisionPart({
  decision: { version, absence },
}: Extract<InboxMessage, { decision: object }>): string {
  return `v${String(version).padStart(9, "0")} ${absence?.id ?? "-"}`;
}

type PageOf = { limit?: number; before?: string | undefined };
/** `mergedUnits`: numbers of the same officer that were merged; what they were told stays with the person. */
export type OwnInbox = Inbox & { readonly mergedUnits?: readonly string[] | undefined };

/** A page of an inbox, newest day first: one Query (and one for each merged number); `next` is the `before` of the following page. */
export async function listMessages(
  store: Store,
  { mergedUnits = [], ...inbox }: OwnInbox,
  { limit = 50, before }: PageOf = {},
): Promise<{ messages: InboxMessage[]; next?: string }> {
  const inboxes = [inbox, ...mergedUnits.map((unit) => ({ ...inbox, unit }))];
  const pages = await Promise.all(inboxes.map((each) => pageOf(store, each, { limit, before })));
  const found = pages.flatMap(({ rows }) => rows);
  if (pages.length > 1) found.sort((a, b) => (a.sk > b.sk ? -1 : 1));
  const rows = found.slice(0, limit);
  const isMore = found.length > limit || pages.some((page) => page.isMore);
  const last = rows.at(-1)?.sk;
  return {
    messages: rows.flatMap((row) => row.messages),
    ...(isMore && last !== undefined && { next: last }),
  };
}

/** A row that could not be read has no message, and still its place: by it the next page goes on. */
async function pageOf(store: Store, inbox: Inbox, { limit, before }: PageOf) {
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
      ExpressionAttributeValues: {
        ":pk": inboxPartition(inbox),
        ...(before !== undefined && { ":before": before }),
      },
      ScanIndexForward: false,
      ...(limit !== undefined && { Limit: limit }),
    }),
  );
  const read = (item: unknown) => parseStored(rowSchema, item, `message of ${inboxPartition(inbox)}`).message;
  const rows = Items.map((item) => ({
    sk: String(item.sk),
    messages: [readOrName(subjectOf(item), () => read(item))].flat(),
  }));
  return { rows, isMore: LastEvaluatedKey !== undefined };
}

/** What a message is about: told by its key alone, whatever is in it. */
function subjectOf({ sk }: Record<string, unknown>): { kind: Kind; id: string } {
  const [, id = "", matter] = partsOf(String(sk));
  return { kind: kinds.find((each) => each === matter) ?? "secondment", id };
}
