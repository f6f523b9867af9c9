import { isSamePerson } from "../access.ts";
import type { Account } from "../account.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { AccountChange, AccountGround } from "./roles.ts";

/** Nobody can sign in to it from now on, and every session of it is over. */
export function suspendAccount(
  account: Account,
  { reason }: { readonly reason: string },
  { actor }: AccountGround,
): Outcome<AccountChange> {
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (account.status === "suspended") return refuse("account-suspended");
  const after: Account = { ...account, status: "suspended" };
  return accept({ after, event: { type: "account.suspended", change: { status: "suspended", reason } } });
}

/** Lets the person in again. */
export function resumeAccount(account: Account, { actor }: AccountGround): Outcome<AccountChange> {
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (account.status !== "suspended") return refuse("account-not-suspended");
  return accept({
    after: { ...account, status: "active" },
    event: { type: "account.resumed", change: { status: "active" } },
  });
}

/** A one-time link with which the person sets a passphrase: an invitation until they have one. */
export function issueLink(
  account: Account,
  purpose: "invitation" | "reset",
  { actor }: AccountGround,
): Outcome<AccountChange> {
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (account.kind === "machine") return refuse("machine-has-token");
  if (account.status === "suspended") return refuse("account-suspended");
  return accept({ after: account, event: { type: "account.link-issued", change: { purpose } } });
}

/** What the other hand gives beside the link: neither of the two comes in as the person alone. `until`: ISO instant. */
export function issueCode(account: Account, until: string, { actor }: AccountGround): Outcome<AccountChange> {
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (account.kind === "machine") return refuse("machine-has-token");
  if (account.status === "suspended") return refuse("account-suspended");
  return accept({ after: account, event: { type: "account.code-issued", change: { until } } });
}

/** Takes away a second factor that was lost: the person sets another one up at the next sign-in. */
export function removeSecondFactor(account: Account, { actor }: AccountGround): Outcome<AccountChange> {
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (!account.hasSecondFactor) return refuse("nothing-changes");
  return accept({
    after: { ...account, hasSecondFactor: false },
    event: { type: "account.second-factor-removed", change: { hasSecondFactor: false } },
  });
}
