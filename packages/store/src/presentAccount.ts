import { type Account, actorIn, needsSecondFactor, rolesOn } from "@dunmiao/domain/account";
import type { Actor } from "@dunmiao/domain/actor";
import { accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";

/** Somebody in the role that they use, and in each of the others that they could use instead. */
export type Present = { readonly actor: Actor; readonly others: readonly Actor[] };

/**
 * Who signed in with an account, as it stands today: one GetItem. Undefined once it is suspended, the role is over, or
 * the role asks for a second factor that is not set up.
 */
export async function presentAccount(
  store: Store,
  signedIn: Actor,
  today: string,
): Promise<Present | undefined> {
  const account = await loadRecord(store, accountNoun, signedIn.id);
  const usable = account ? usableRoles(account, today, signedIn) : [];
  const actor = usable.find(({ assignment }) => assignment === signedIn.assignment);
  return actor && { actor, others: usable.filter((each) => each !== actor) };
}

/** The person in each of the roles that they may act in on a day, after a sign-in of this kind. */
export function usableRoles(
  account: Account,
  today: string,
  { secondFactor }: Pick<Actor, "secondFactor"> = {},
): readonly Actor[] {
  const isProven = account.hasSecondFactor || secondFactor !== undefined;
  return rolesOn(account, today)
    .filter((each) => isProven || !needsSecondFactor(each))
    .map((each) => ({ ...actorIn(account, each), ...(secondFactor && { secondFactor }) }));
}
