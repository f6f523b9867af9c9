import { actorIn, type Identity, rolesOn } from "@dunmiao/domain/account";
import { unconfirmed } from "@dunmiao/domain/account/identity";
import type { Actor } from "@dunmiao/domain/actor";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { loadIdentity } from "./identity.ts";

/**
 * The machine to which an administrator has bound this subject and whose the security officer has confirmed it to be, in
 * the role that it has on a day. Two GetItems. Refused: `machine-not-bound`, also for the identity of a person,
 * `account-suspended`, `machine-without-role`.
 */
export async function presentMachine(
  store: Store,
  named: Pick<Identity, "issuer" | "subject">,
  today: string,
): Promise<Outcome<Actor>> {
  const id = (await loadIdentity(store, named))?.account;
  const account = id === undefined ? undefined : await loadRecord(store, accountNoun, id);
  const waits =
    account &&
    unconfirmed(account).some(({ issuer, subject }) => issuer === named.issuer && subject === named.subject);
  if (account?.kind !== "machine" || waits) return refuse("machine-not-bound");
  if (account.status === "suspended") return refuse("account-suspended");
  const [role] = rolesOn(account, today);
  return role ? accept(actorIn(account, role)) : refuse("machine-without-role");
}
