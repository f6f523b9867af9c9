import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { parseStored } from "./engine/parseStored.ts";
import { sessionHash } from "./engine/sessionHash.ts";
import { signedInKey, signedInPartition } from "./engine/signInKeys.ts";
import { createSession, loadRunning, revokeSessionOf } from "./session.ts";

/** Longer than any session lasts. */
const keptSeconds = 24 * 3600;
const longestDevice = 200;

const signedInSchema = z.object({ sk: z.string(), device: z.string() });
/** A session that runs: its name, since when and when it was last seen (seconds), and what browser signed in. */
export type SignedIn = { hash: string; device: string; since: number; seen: number };

/** Signs somebody in with an account: the cookie's value. Two Puts, the second for the list of the person's sessions. */
export async function signIn(
  store: Store,
  actor: Actor,
  { device, since }: { device: string; since?: number | undefined },
  now = new Date(),
): Promise<string> {
  const cookie = await createSession(store, actor, now, since);
  const expiresAt = Math.floor(now.getTime() / 1000) + keptSeconds;
  const key = signedInKey(actor.id, sessionHash(cookie));
  const Item = { ...key, device: device.slice(0, longestDevice), expiresAt };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return cookie;
}

/** The sessions of an account that run, newest first: one Query, and a GetItem for each. */
export async function listSignedIn(store: Store, accountId: string, now = new Date()): Promise<SignedIn[]> {
  const { Items = [] } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: "pk = :pk",
      FilterExpression: "expiresAt > :now",
      ExpressionAttributeValues: {
        ":pk": signedInPartition(accountId),
        ":now": Math.floor(now.getTime() / 1000),
      },
      ConsistentRead: true,
    }),
  );
  const rows = Items.map((item) => parseStored(signedInSchema, item, `signed-in ${accountId}`));
  const found = await Promise.all(
    rows.map(async ({ sk: hash, device }) => {
      const session = await loadRunning(store, hash, now);
      return session ? [{ hash, device, since: session.since, seen: session.seen }] : [];
    }),
  );
  return found.flat().toSorted((one, other) => other.since - one.since);
}

/** Ends every session of an account, but one. */
export async function endSessions(store: Store, accountId: string, but?: string): Promise<void> {
  const running = await listSignedIn(store, accountId);
  await Promise.all(
    running.filter(({ hash }) => hash !== but).map(({ hash }) => revokeSessionOf(store, hash)),
  );
}
