import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Signature, signatureSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./client.ts";
import { indexAttributes } from "./indexKeys.ts";
import type { Row } from "./indexRows.ts";
import { flagKey } from "./keys.ts";
import type { Named } from "./kinds.ts";
import { byKind } from "./lists.ts";
import { parseStored } from "./parseStored.ts";

/** Work that a workflow could not finish: a code, a sentence for the log, since when, which execution. */
export const flagSchema = z.object({
  code: z.string().max(80),
  detail: z.string().max(300),
  since: z.iso.datetime(),
  execution: z.string().max(200).optional(),
});
export type Flag = z.infer<typeof flagSchema>;

const handledSchema = z.object({ by: signatureSchema, at: z.iso.datetime() });
const flagItemSchema = z.object({ summary: flagSchema, handled: handledSchema.optional() });

/** Flags a record for a person. One Put that never reads the record: it may be the broken part. */
export async function putFlag(store: Store, of: Named, flag: Flag): Promise<void> {
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item: itemOf(of, flag) }));
}

/**
 * Flags a record that is met again and again: an open flag stays as it is, with the day of the first time. One that
 * cannot be read is put over.
 */
export async function putFlagUnlessOpen(store: Store, of: Named, flag: Flag): Promise<void> {
  const put = new PutCommand({
    TableName: store.tableName,
    Item: itemOf(of, flag),
    ConditionExpression: "attribute_not_exists(pk) OR attribute_exists(#handled)",
    ExpressionAttributeNames: { "#handled": "handled" },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await store.documents.send(put);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const open = error.Item && unmarshall(error.Item);
    if (open && !flagItemSchema.safeParse(open).success) await putFlag(store, of, flag);
  }
}

function itemOf({ kind, id }: Named, flag: Flag) {
  const directory = { name: "flag", sort: `${flag.since}#${kind}#${id}` } as const;
  return { ...flagKey(kind, id), ...indexAttributes(kind, id, { directory }), kind, summary: flag };
}

/**
 * Marks the flag as handled: it stays with who handled it and when (`at` an ISO instant), and leaves the list.
 * False when none is open, or when a newer one came in between, which then stays open.
 */
export async function clearFlag(
  store: Store,
  of: Named,
  handled: { by: Signature; at: string },
): Promise<boolean> {
  const { documents, tableName: TableName } = store;
  const Key = flagKey(of.kind, of.id);
  const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const flag = openFlagOf(Item, of);
  if (!flag) return false;
  const condition = {
    ConditionExpression: "#summary.#since = :since AND attribute_not_exists(#handled)",
    ExpressionAttributeNames: { "#summary": "summary", "#since": "since", "#handled": "handled" },
    ExpressionAttributeValues: { ":since": flag.since },
  };
  const Handled = { ...Key, kind: of.kind, summary: flag, handled };
  try {
    await documents.send(new PutCommand({ TableName, Item: Handled, ...condition }));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}

/** The flag that an item holds, unless there is none or somebody has handled it. */
export function openFlagOf(item: unknown, of: Named): Flag | undefined {
  if (item === undefined) return undefined;
  const { summary, handled } = parseStored(flagItemSchema, item, `flag of ${of.kind} ${of.id}`, of);
  return handled ? undefined : summary;
}

/** Everything flagged that nobody has handled, oldest first. */
export async function listFlags(store: Store): Promise<readonly Row<Flag>[]> {
  const { rows } = await byKind(store, "flag", flagSchema);
  return rows;
}
