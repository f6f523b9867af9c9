import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Actor, actorSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { sessionKey } from "./engine/keys.ts";

const idleSeconds = 30 * 60;
const absoluteSeconds = 12 * 3600;
/** Reads do not write: the idle clock is moved at most this often. */
const refreshSeconds = 60;

/** How long after its end it is still known whose it was: a form left open before a weekend is that person's. */
const rememberedSeconds = 72 * 3600;

/** A session as it is stored. */
export const sessionSchema = z
  .object({
    actor: actorSchema,
    since: z.int(),
    seen: z.int(),
    /** Rows from before it was written ended when they expired. */
    endsAt: z.int().optional(),
    expiresAt: z.int(),
  })
  .transform((row) => ({ ...row, endsAt: row.endsAt ?? row.expiresAt }));
/** What stands in the place of one that was ended by its owner. */
export const revokedSchema = z.object({ revokedAt: z.int() });

/** Signs in: answers the cookie's value (256 random bits), of which the table keeps only the hash. */
export async function createSession(store: Store, actor: Actor, now = new Date()): Promise<string> {
  const cookie = randomBytes(32).toString("base64url");
  const Item = sessionItem(cookie, { actor, since: secondsOf(now), seen: secondsOf(now) });
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return cookie;
}

/**
 * Who this cookie belongs to: one GetItem, and once a minute a Put that moves the idle clock. Undefined when
 * unknown, revoked, idle for 30 minutes or older than 12 hours. `now` is real time, never the day that is shown.
 */
export async function loadSession(
  store: Store,
  cookie: string,
  now = new Date(),
): Promise<Actor | undefined> {
  const row = await loadRow(store, cookie);
  const seconds = secondsOf(now);
  if (!row || seconds >= row.endsAt) return undefined;
  const { actor, since, seen } = row;
  if (seconds - seen >= refreshSeconds)
    await putOver(store, sessionItem(cookie, { actor, since, seen: seconds }));
  return actor;
}

/**
 * Whose session this was, up to three days after it ended by itself; undefined while it runs, and for a revoked or
 * unknown one. It gives no right: what such a person sends is kept for nobody else. One GetItem.
 */
export async function loadEndedActor(
  store: Store,
  cookie: string,
  now = new Date(),
): Promise<Actor | undefined> {
  const row = await loadRow(store, cookie);
  const seconds = secondsOf(now);
  return row && seconds >= row.endsAt && seconds < row.endsAt + rememberedSeconds ? row.actor : undefined;
}

/** Signs out: the row is put over by one that says so and expires now. An unknown cookie is no error. */
export async function revokeSession(store: Store, cookie: string, now = new Date()): Promise<void> {
  const seconds = secondsOf(now);
  await putOver(store, { ...sessionKey(cookie), revokedAt: seconds, expiresAt: seconds });
}

function sessionItem(cookie: string, session: { actor: Actor; since: number; seen: number }) {
  const endsAt = Math.min(session.seen + idleSeconds, session.since + absoluteSeconds);
  return { ...sessionKey(cookie), ...session, endsAt, expiresAt: endsAt + rememberedSeconds };
}

async function loadRow({ documents, tableName }: Store, cookie: string) {
  const { Item } = await documents.send(
    new GetCommand({ TableName: tableName, Key: sessionKey(cookie), ConsistentRead: true }),
  );
  if (!Item || revokedSchema.safeParse(Item).success) return undefined;
  // One that does not parse is nobody's: who holds its cookie signs in again.
  return sessionSchema.safeParse(Item).data;
}

/** Only over a session that stands: a refresh never brings a revoked one back, an unknown cookie leaves no row. */
async function putOver({ documents, tableName }: Store, Item: Record<string, unknown>): Promise<void> {
  const ConditionExpression = "attribute_exists(pk) AND attribute_not_exists(revokedAt)";
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item, ConditionExpression }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
