import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Actor, actorSchema } from "@dunmiao/domain/actor";
import { canonical, hashOf } from "@dunmiao/domain/event";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { keptKey, keptPartition } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import { readOrName } from "./engine/unreadable.ts";

const keptSeconds = 3600;
/** Names and values together; an item of the table holds 400 kB. */
const longestForm = 100_000;

const keptSchema = z.object({
  id: z.string(),
  /** Who had filled it in; nobody else is shown it. */
  actor: actorSchema,
  /** Where the form was sent, with its query. */
  path: z.string(),
  /** The page that held it. */
  from: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** A file was with it; files are not kept. */
  hadFile: z.boolean(),
  /** Seconds of real time; the engine removes the item some time after this. */
  expiresAt: z.int(),
});
const rowSchema = z.union([z.object({ isTaken: z.literal(true) }), keptSchema]);
/** A form that was sent after its session had ended. */
export type Kept = z.infer<typeof keptSchema>;
type Form = Omit<Kept, "id" | "expiresAt">;

/**
 * Keeps a form for an hour: one Put. The same form sent again (same address, same idempotency key) is the same item,
 * with what was typed last. False, and nothing is kept, when it is longer than 100,000 characters.
 */
export async function keepForm(store: Store, form: Form, now = new Date()): Promise<boolean> {
  if (JSON.stringify(form).length > longestForm) return false;
  const key = form.fields.find(([name]) => name === "idempotencyKey");
  const id = hashOf([form.path, key ?? form.fields]);
  const Item = { ...keptKey(form.actor.id, id), id, ...form, expiresAt: secondsOf(now) + keptSeconds };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return true;
}

/** What is kept for this person in this role and unit, without what was taken or is older than an hour. */
export async function listKept(store: Store, actor: Actor, now = new Date()): Promise<Kept[]> {
  const kept: Kept[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await store.documents.send(
      new QueryCommand({
        TableName: store.tableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": keptPartition(actor.id) },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    for (const item of page.Items ?? []) {
      const of = { kind: "kept-form", id: actor.id } as const;
      const [row] = readOrName(of, () => parseStored(rowSchema, item, "kept form", of));
      // The engine removes expired rows late, up to days.
      if (row && "id" in row && row.expiresAt > secondsOf(now) && isOf(row.actor, actor)) kept.push(row);
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return kept.toSorted((one, other) => other.expiresAt - one.expiresAt);
}

/**
 * Takes a kept form away, to be sent or thrown away: what was typed leaves the table. Of two who ask at once one gets
 * it; undefined when it is not there (any more) for this person.
 */
export async function takeKept(
  store: Store,
  of: { actor: Actor; id: string },
  now = new Date(),
): Promise<Kept | undefined> {
  const kept = (await listKept(store, of.actor, now)).find(({ id }) => id === of.id);
  if (!kept) return undefined;
  const Item = { ...keptKey(of.actor.id, kept.id), isTaken: true, expiresAt: kept.expiresAt };
  const ConditionExpression = "attribute_exists(pk) AND attribute_not_exists(isTaken)";
  try {
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item, ConditionExpression }));
    return kept;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return undefined;
  }
}

/** By the role of the account, whichever door they came in by; without one by everything that bounds them. */
function isOf(one: Actor, other: Actor): boolean {
  const boundBy = ({ id, role, unit, serviceNumber, assignment }: Actor) =>
    assignment === undefined ? [id, role, unit ?? "", serviceNumber ?? ""] : [id, assignment];
  return canonical(boundBy(one)) === canonical(boundBy(other));
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
