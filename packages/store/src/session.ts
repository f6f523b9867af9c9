import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Actor, actorSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { type Key, sessionKey, sessionKeyOf } from "./engine/keys.ts";
import { sessionHash } from "./engine/sessionHash.ts";
import { sharedReads } from "./engine/sharedReads.ts";

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
export type Session = z.output<typeof sessionSchema>;
/** What stands in the place of one that was ended by its owner. */
export const revokedSchema = z.object({ revokedAt: z.int() });

/**
 * Signs in: answers the cookie's value (256 random bits), of which the table keeps only the hash. `since`: when the person
 * signed in, in seconds, where this is the same sign-in under another cookie.
 */
export async function createSession(
  store: Store,
  actor: Actor,
  now = new Date(),
  since = secondsOf(now),
): Promise<string> {
  const cookie = randomBytes(32).toString("base64url");
  const Item = sessionItem(sessionKey(cookie), { actor, since, seen: secondsOf(now) });
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
  const seconds = secondsOf(now);
  const row = await loadRunning(store, sessionHash(cookie), now);
  if (!row) return undefined;
  const { actor, since, seen } = row;
  if (seconds - seen >= refreshSeconds)
    await putOver(store, sessionItem(sessionKey(cookie), { actor, since, seen: seconds }));
  return actor;
}

/** A session by its name, while it runs: one GetItem. */
export async function loadRunning(
  store: Store,
  hash: string,
  now = new Date(),
): Promise<Session | undefined> {
  const row = await loadRow(store, sessionKeyOf(hash));
  return row && secondsOf(now) < row.endsAt ? row : undefined;
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
  const row = await loadRow(store, sessionKey(cookie));
  const seconds = secondsOf(now);
  return row && seconds >= row.endsAt && seconds < row.endsAt + rememberedSeconds ? row.actor : undefined;
}

/** Signs out: the row is put over by one that says so and expires now. An unknown cookie is no error. */
export function revokeSession(store: Store, cookie: string, now = new Date()): Promise<void> {
  return revokeSessionOf(store, sessionHash(cookie), now);
}

/** The same by the name of the session. */
export async function revokeSessionOf(store: Store, hash: string, now = new Date()): Promise<void> {
  const seconds = secondsOf(now);
  await putOver(store, { ...sessionKeyOf(hash), revokedAt: seconds, expiresAt: seconds });
}

function sessionItem(key: Key, session: { actor: Actor; since: number; seen: number }) {
  const endsAt = Math.min(session.seen + idleSeconds, session.since + absoluteSeconds);
  return { ...key, ...session, endsAt, expiresAt: endsAt + rememberedSeconds };
}

const reading = sharedReads<Session | undefined>();

/** What a browser asks for at the same time shares one GetItem, which began after all of it was asked for. */
function loadRow(store: Store, key: Key): Promise<Session | undefined> {
  return reading.of(key.pk, () => readRow(store, key));
}

async function readRow({ documents, tableName }: Store, key: Key): Promise<Session | undefined> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
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
