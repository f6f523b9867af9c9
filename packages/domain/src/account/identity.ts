import { isSamePerson } from "../access.ts";
import type { Account, Identity } from "../account.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { AccountChange, AccountGround } from "./roles.ts";

/** One at each provider that a bureau changes to over the years. */
const mostIdentities = 5;

/** Who signs in at a provider as `subject` signs in to this account; the administrator never binds their own. */
export function bindIdentity(
  account: Account,
  identity: Omit<Identity, "boundOn">,
  ground: AccountGround,
): Outcome<AccountChange> {
  return isSamePerson(ground.actor, account)
    ? refuse("own-case")
    : bindOwnIdentity(account, identity, ground);
}

/** The same by whoever was invited: their one-time link says which account. */
export function bindOwnIdentity(
  account: Account,
  { id, issuer, subject }: Omit<Identity, "boundOn">,
  { today }: Pick<AccountGround, "today">,
): Outcome<AccountChange> {
  const { identities = [] } = account;
  if (account.status === "suspended") return refuse("account-suspended");
  // It is for the hours in which there is nobody to say who they are.
  if (account.kind === "emergency") return refuse("identity-not-of-kind", "subject");
  if (identities.some((each) => each.issuer === issuer && each.subject === subject))
    return refuse("identity-bound-already", "subject");
  if (identities.length >= mostIdentities)
    return refuse("too-many-identities", "subject", { limit: mostIdentities });
  const bound = [...identities, { id, issuer, subject, boundOn: today }];
  return accept({
    after: { ...account, identities: bound },
    event: { type: "account.identity-bound", change: { identity: id, issuer, subject } },
  });
}

/** Whoever signed in by it is signed in no more. */
export function unbindIdentity(
  account: Account,
  id: string,
  { actor }: Pick<AccountGround, "actor">,
): Outcome<AccountChange> {
  const { identities = [] } = account;
  const found = identities.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  if (isSamePerson(actor, account)) return refuse("own-case");
  const { issuer, subject } = found;
  return accept({
    after: { ...account, identities: identities.filter((each) => each !== found) },
    event: { type: "account.identity-unbound", change: { identity: id, issuer, subject } },
  });
}
