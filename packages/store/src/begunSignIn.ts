import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { loadItem } from "./engine/record.ts";
import { begunKey } from "./engine/signInKeys.ts";

/** As long as somebody takes to sign in at their provider, with a second factor. */
const validSeconds = 10 * 60;

const begunSchema = z.object({
  version: z.int().positive(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where the person goes afterwards: a path of this site. */
  next: z.string(),
  /** The hash of the one-time link that the identity is to be bound by. */
  link: z.string().optional(),
  /** The account whose own code is asked for, once the provider has said who it is. */
  account: z.string().optional(),
  endsAt: z.int(),
  usedAt: z.int().optional(),
});
/** A sign-in that was begun at a provider in one browser: what its answer is held against, once. */
export type BegunSignIn = z.infer<typeof begunSchema>;
type Begun = Pick<BegunSignIn, "state" | "nonce" | "verifier" | "next" | "link" | "account">;

/** Keeps what the answer will be held against; the cookie's value for the browser, of which the table has the hash. */
export async function keepBegun(
  store: Store,
  { state, nonce, verifier, next, link, account }: Begun,
  now: Date,
): Promise<string> {
  const begun = { state, nonce, verifier, next, link, account };
  const cookie = randomBytes(32).toString("base64url");
  const endsAt = secondsOf(now) + validSeconds;
  const Item = { ...begunKey(cookie), ...begun, version: 1, endsAt, expiresAt: endsAt };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return cookie;
}

/** What was begun in this browser; undefined where it is not known, over or was answered. One consistent GetItem. */
export async function loadBegun(store: Store, cookie: string, now: Date): Promise<BegunSignIn | undefined> {
  const begun = await loadItem(store, begunKey(cookie), begunSchema);
  return begun && begun.usedAt === undefined && secondsOf(now) < begun.endsAt ? begun : undefined;
}

/** Uses it up: false where another request was first. */
export async function useBegun(
  { documents, tableName }: Store,
  cookie: string,
  { seen, now }: { seen: BegunSignIn; now: Date },
): Promise<boolean> {
  const used = { ...seen, version: seen.version + 1, usedAt: secondsOf(now), expiresAt: seen.endsAt };
  const Item = { ...begunKey(cookie), ...used };
  const condition = {
    ConditionExpression: "#version = :seen",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":seen": seen.version },
  };
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
