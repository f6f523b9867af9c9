import { randomInt } from "node:crypto";
import { isSamePerson } from "@dunmiao/domain/access";
import { type Actor, type Signature, signatureSchema } from "@dunmiao/domain/actor";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { sha256 } from "./engine/keys.ts";
import { loadItem } from "./engine/record.ts";
import { linkCodeKey } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";

const digits = 8;
const codeSchema = z.object({
  version: z.int().positive(),
  /** SHA-256 of the code. */
  hash: z.string(),
  by: signatureSchema,
  /** Seconds. */
  endsAt: z.int(),
  usedAt: z.int().optional(),
});
/** What the security officer hands over beside a one-time link of somebody else's; one an account, the newest. */
export type LinkCode = z.infer<typeof codeSchema>;

/** The newest code of an account, whether or not it still works. One consistent GetItem. */
export function loadLinkCode(store: Store, account: string): Promise<LinkCode | undefined> {
  return loadItem(store, linkCodeKey(account), codeSchema);
}

/** Eight digits, and the item for the transaction that issues them; the code before (`seen`) works no more. */
export function newLinkCode(
  account: string,
  seen: LinkCode | undefined,
  { by, endsAt }: { by: Signature; endsAt: Date },
): { code: string; write: Beside } {
  const code = String(randomInt(10 ** digits)).padStart(digits, "0");
  const until = Math.floor(endsAt.getTime() / 1000);
  const put = {
    ...linkCodeKey(account),
    version: (seen?.version ?? 0) + 1,
    hash: sha256(code),
    by,
    endsAt: until,
    expiresAt: until,
  };
  return { code, write: { put, onlyOver: seen ? { version: seen.version } : "nothing" } };
}

/**
 * Whether these are its digits, it is neither used nor over, and another person made it than the link: `linkBy` as on
 * file now, since one person may have had two accounts; undefined for links from before that was kept.
 */
export function isLinkCode(
  known: LinkCode | undefined,
  code: string,
  { now, linkBy }: { now: string; linkBy: Actor | undefined },
): known is LinkCode {
  if (!known || known.usedAt !== undefined || (linkBy && isSamePerson(linkBy, known.by))) return false;
  return Date.parse(now) / 1000 < known.endsAt && known.hash === sha256(code.replaceAll(/\s/g, ""));
}

/** Uses it up, in the transaction of what it is used for. */
export function linkCodeUse(account: string, seen: LinkCode, now: string): Beside {
  const usedAt = Math.floor(Date.parse(now) / 1000);
  const put = { ...linkCodeKey(account), ...seen, version: seen.version + 1, usedAt };
  return { put: { ...put, expiresAt: seen.endsAt }, onlyOver: { version: seen.version } };
}
