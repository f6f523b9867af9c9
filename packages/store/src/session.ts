import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Actor, actorSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./client.ts";
import { sessionKey } from "./keys.ts";
import { parseStored } from "./parseStored.ts";

const idleSeconds = 30 * 60;
const absoluteSeconds = 12 * 3600;
/** Reads do not write: the idle clock is moved at most this often. */
const refreshSeconds = 60;

const sessionSchema = z.object({ actor: actorSchema, since: z.int(), seen: z.int(), expiresAt: z.int() });
const revokedSchema = z.object({ revokedAt: z.int() });

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
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: sessionKey(cookie), ConsistentRead: true }),
  );
  if (!Item || revokedSchema.safeParse(Item).success) return undefined;
  const { actor, since, seen, expiresAt } = parseStored(sessionSchema, Item, "session");
  const seconds = secondsOf(now);
  // The engine removes expired rows late, up to days.
  if (seconds >= expiresAt) return undefined;
  if (seconds - seen >= refreshSeconds)
    await putOver(store, sessionItem(cookie, { actor, since, seen: seconds }));
  return actor;
}

/** Signs out: the row is put over by one that says so and expires now. An unknown cookie is no error. */
export async function revokeSession(store: Store, cookie: string, now = new Date()): Promise<void> {
  const seconds = secondsOf(now);
  await putOver(store, { ...sessionKey(cookie), revokedAt: seconds, expiresAt: seconds });
}

function sessionItem(cookie: string, session: { actor: Actor; since: number; seen: number }) {
  const expiresAt = Math.min(session.seen + idleSeconds, session.since + absoluteSeconds);
  return { ...sessionKey(cookie), ...session, expiresAt };
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
