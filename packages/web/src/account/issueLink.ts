import type { Account } from "@dunmiao/domain/account";
import { issueLink } from "@dunmiao/domain/account/status";
import { accept, type Refused } from "@dunmiao/domain/refusal";
import { newLink } from "@dunmiao/store/accountLink";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { loadCredential } from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";

export type IssuedLink = { account: Account; token: string; endsAt: Date };

/**
 * A one-time link for an account: one transaction with the event and the link, of which the table keeps the hash. Refused as
 * `issueLink` does, and `not-found`.
 */
export async function issueAccountLink(acting: Acting, id: string): Promise<IssuedLink | Refused> {
  const { token, endsAt, write } = newLink(id, acting.now);
  const purpose = (await loadCredential(acting.store, id))?.passphrase ? "reset" : "invitation";
  const changed = await changeAccount(acting, { id }, (account) => {
    const change = issueLink(account, purpose, acting);
    return change.ok ? accept({ ...change.value, beside: [write] }) : change;
  });
  if (changed.outcome === "refused") return { ok: false, refusals: changed.refusals };
  if (changed.outcome !== "committed") throw new Error("a link that was issued without an event");
  return { account: changed.record, token, endsAt };
}
