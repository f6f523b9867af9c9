import type { Account } from "@dunmiao/domain/account";
import { bindOwnIdentity } from "@dunmiao/domain/account/identity";
import { signature } from "@dunmiao/domain/actor";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { linkUse, loadLink } from "@dunmiao/store/accountLink";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { systemActor } from "@dunmiao/store/engine/acting";
import { identityWrite, loadIdentity } from "@dunmiao/store/identity";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import type { WebEnv } from "../deps.ts";
import type { ProvenIdentity } from "./provider.ts";

/** Binds whoever signed in at the provider to the account of a one-time link, and uses the link up, in one transaction. */
export async function bindInvited(
  c: Context<WebEnv>,
  link: string,
  { issuer, subject }: ProvenIdentity,
): Promise<Outcome<Account>> {
  const { store, calendar, clock } = c.var.deps;
  const now = clock.now();
  const { today } = c.var;
  const found = await loadLink(store, link, now);
  if (!found) return refuse("link-not-valid");
  // Nobody acts in a role before they have signed in.
  const acting = { store, calendar, actor: systemActor(found.account), today, now };
  const id = uuidv7();
  const changed = await changeAccount(acting, { id: found.account }, async (account) => {
    const [unused, claim] = await Promise.all([
      loadLink(store, link, now),
      loadIdentity(store, { issuer, subject }),
    ]);
    if (!unused || account.status !== "active") return refuse("link-not-valid");
    if (claim?.account !== undefined) return refuse("identity-bound-already");
    const askedBy = unused.isAlone ? undefined : (unused.by ?? signature(acting.actor));
    const bound = bindOwnIdentity(account, { id, issuer, subject }, { today, askedBy });
    if (!bound.ok) return bound;
    const beside = [identityWrite({ issuer, subject }, claim, account.id), linkUse(link, unused, now)];
    return accept({ ...bound.value, beside });
  });
  if (changed.outcome === "refused") return { ok: false, refusals: changed.refusals };
  if (changed.outcome !== "committed") return refuse("link-not-valid");
  await endSessions(store, found.account);
  return accept(changed.record);
}
