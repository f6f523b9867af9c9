import { randomBytes } from "node:crypto";
import { type Signature, signatureSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { sha256 } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";
import { linkKey, linkKeyOf } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";

const validSeconds = 24 * 3600;
const linkSchema = z.object({
  version: z.int().positive(),
  account: z.string(),
  /** Who handed it over; absent in rows from before that was kept. */
  by: signatureSchema.optional(),
  /** It does without the second hand, as long as there is none yet. */
  isAlone: z.boolean().optional(),
  endsAt: z.int(),
  usedAt: z.int().optional(),
});
/** A one-time link with which a person sets a passphrase; the table keeps only the hash of its token. */
export type AccountLink = z.infer<typeof linkSchema>;

type LinkGround = { readonly now: string; readonly by: Signature; readonly isAlone?: boolean };

/** A new link for an account: its token, and the item for the transaction that issues it. */
export function newLink(
  account: string,
  { now, by, isAlone = false }: LinkGround,
): { token: string; endsAt: Date; write: Beside } {
  const token = randomBytes(32).toString("base64url");
  const endsAt = secondsOf(now) + validSeconds;
  const put = { ...linkKey(token), version: 1, account, by, isAlone, endsAt, expiresAt: endsAt };
  return { token, endsAt: new Date(endsAt * 1000), write: { put, onlyOver: "nothing" } };
}

/** The name of a link wherever its token must not stand. */
export function linkHash(token: string): string {
  return sha256(token);
}

/** The link of a name; undefined for one that is unknown, used or over. One consistent GetItem. */
export async function loadLink(store: Store, hash: string, now: string): Promise<AccountLink | undefined> {
  const link = await loadItem(store, linkKeyOf(hash), linkSchema);
  return link && link.usedAt === undefined && secondsOf(now) < link.endsAt ? link : undefined;
}

/** Uses it up, in the transaction of what it is used for: of two at once one is refused. */
export function linkUse(hash: string, link: AccountLink, now: string): Beside {
  const put = { ...linkKeyOf(hash), ...link, version: link.version + 1, usedAt: secondsOf(now) };
  return { put: { ...put, expiresAt: link.endsAt }, onlyOver: { version: link.version } };
}

function secondsOf(now: string): number {
  return Math.floor(Date.parse(now) / 1000);
}
