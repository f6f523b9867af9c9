import type { Identity } from "@dunmiao/domain/account";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { loadItem } from "./engine/record.ts";
import { identityKey } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";

type Named = Pick<Identity, "issuer" | "subject">;
const claimSchema = z.object({ version: z.int().positive(), account: z.string().optional() });
/** Whose an identity is: it belongs to one account at most. */
export type IdentityClaim = z.infer<typeof claimSchema>;

/** The account that an identity is bound to, with what its row says. One consistent GetItem. */
export function loadIdentity(store: Store, { issuer, subject }: Named): Promise<IdentityClaim | undefined> {
  return loadItem(store, identityKey(issuer, subject), claimSchema);
}

/** Binds the identity to an account or, without one, lets go of it, in the transaction of that account. */
export function identityWrite(
  { issuer, subject }: Named,
  seen: IdentityClaim | undefined,
  account: string | undefined,
): Beside {
  const put = { ...identityKey(issuer, subject), version: (seen?.version ?? 0) + 1, account };
  return { put, onlyOver: seen ? { version: seen.version } : "nothing" };
}
