import { type Account, rolesOn } from "@dunmiao/domain/account";
import { issueCode, issueLink } from "@dunmiao/domain/account/status";
import { signature } from "@dunmiao/domain/actor";
import { accept, type Refused } from "@dunmiao/domain/refusal";
import { accountNoun } from "@dunmiao/store/account";
import { newLink } from "@dunmiao/store/accountLink";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { loadCredential } from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Changed } from "@dunmiao/store/engine/change";
import { loadRecord } from "@dunmiao/store/engine/record";
import { hasSecondHand } from "@dunmiao/store/lastHand";
import { loadLinkCode, newLinkCode } from "@dunmiao/store/linkCode";

/** `secret`: the token of a link, or the digits of a code. */
export type Issued = { account: Account; secret: string; endsAt: Date };
const validMilliseconds = 24 * 3_600_000;

/**
 * A one-time link for an account: one transaction with the event and the link, of which the table keeps the hash. It does
 * without a code for a security officer before anybody has acted as one. Refused as `issueLink` does, and `not-found`.
 */
export async function issueAccountLink(acting: Acting, id: string): Promise<Issued | Refused> {
  const by = signature(acting.actor);
  const isAlone = await isFirstHand(acting, id);
  const { token, endsAt, write } = newLink(id, { now: acting.now, by, isAlone });
  const purpose = (await loadCredential(acting.store, id))?.passphrase ? "reset" : "invitation";
  const changed = await changeAccount(acting, { id }, (account) => {
    const change = issueLink(account, purpose, acting);
    return change.ok ? accept({ ...change.value, beside: [write] }) : change;
  });
  return issued(changed, token, endsAt);
}

async function isFirstHand({ store, today }: Acting, id: string): Promise<boolean> {
  const account = await loadRecord(store, accountNoun, id);
  const isSecurity = account && rolesOn(account, today).some(({ role }) => role === "security");
  return isSecurity === true && !(await hasSecondHand(store));
}

/** The code beside it, of the other hand; the one before works no more. Refused as `issueCode` does, and `not-found`. */
export async function issueAccountCode(acting: Acting, id: string): Promise<Issued | Refused> {
  const endsAt = new Date(Date.parse(acting.now) + validMilliseconds);
  let secret = "";
  const changed = await changeAccount(acting, { id }, async (account) => {
    const change = issueCode(account, endsAt.toISOString(), acting);
    if (!change.ok) return change;
    const seen = await loadLinkCode(acting.store, id);
    const { code, write } = newLinkCode(id, seen, { by: signature(acting.actor), endsAt });
    secret = code;
    return accept({ ...change.value, beside: [write] });
  });
  return issued(changed, secret, endsAt);
}

function issued(changed: Changed<Account>, secret: string, endsAt: Date): Issued | Refused {
  if (changed.outcome === "refused") return { ok: false, refusals: changed.refusals };
  if (changed.outcome !== "committed") throw new Error("a secret that was issued without an event");
  return { account: changed.record, secret, endsAt };
}
