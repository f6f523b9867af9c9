import { isSamePerson } from "../access.ts";
import type { Account, Identity } from "../account.ts";
import { type Signature, signature } from "../actor.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { AccountChange, AccountGround } from "./roles.ts";

/** One at each provider that a bureau changes to over the years. */
const mostIdentities = 5;

type Named = Pick<Identity, "id" | "issuer" | "subject">;

/**
 * Who signs in at a provider as `subject` signs in to this account, once the other hand has confirmed it: whoever binds it
 * alone could name themselves. Nobody binds one to their own account.
 */
export function bindIdentity(
  account: Account,
  identity: Named,
  ground: AccountGround,
): Outcome<AccountChange> {
  return isSamePerson(ground.actor, account)
    ? refuse("own-case")
    : bound(account, identity, { today: ground.today, askedBy: signature(ground.actor) });
}

/**
 * The same by whoever holds the account's one-time link, which whoever handed it over (`askedBy`) could have used: without
 * them, of a link that does alone, it counts at once.
 */
export function bindOwnIdentity(
  account: Account,
  identity: Named,
  ground: { readonly today: string; readonly askedBy: Signature | undefined },
): Outcome<AccountChange> {
  return bound(account, identity, ground);
}

function bound(
  account: Account,
  { id, issuer, subject }: Named,
  { today, askedBy }: { readonly today: string; readonly askedBy: Signature | undefined },
): Outcome<AccountChange> {
  const { identities = [] } = account;
  if (account.status === "suspended") return refuse("account-suspended");
  // It is for the hours in which there is nobody to say who they are.
  if (account.kind === "emergency") return refuse("identity-not-of-kind", "subject");
  if (identities.some((each) => each.issuer === issuer && each.subject === subject))
    return refuse("identity-bound-already", "subject");
  if (identities.length >= mostIdentities)
    return refuse("too-many-identities", "subject", { limit: mostIdentities });
  const added: Identity = { id, issuer, subject, boundOn: today, ...(askedBy && { askedBy }) };
  return accept({
    after: { ...account, identities: [...identities, added] },
    event: {
      type: askedBy ? "account.identity-asked" : "account.identity-bound",
      change: { identity: id, issuer, subject },
    },
  });
}

/** The second hand: that whoever signs in by it is the person of the account. */
export function confirmIdentity(
  account: Account,
  id: string,
  { actor }: Pick<AccountGround, "actor">,
): Outcome<AccountChange> {
  const { identities = [] } = account;
  const found = identities.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  const { askedBy, ...confirmed } = found;
  if (!askedBy) return refuse("identity-not-asked");
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (isSamePerson(actor, askedBy)) return refuse("same-person-decides");
  const { issuer, subject } = found;
  return accept({
    after: { ...account, identities: identities.map((each) => (each === found ? confirmed : each)) },
    event: { type: "account.identity-confirmed", change: { identity: id, issuer, subject } },
  });
}

/** Identities by which nobody signs in yet: a code of the account's own would tell its person from whoever bound them. */
export function unconfirmed({ identities = [], hasSecondFactor }: Account): readonly Identity[] {
  return hasSecondFactor ? [] : identities.filter(({ askedBy }) => askedBy);
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
