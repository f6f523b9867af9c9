import { type Account, actorIn, needsSecondFactor, rolesOn } from "@dunmiao/domain/account";
import { actorsFor, standInsOn } from "@dunmiao/domain/account/delegation";
import { presentEmergency } from "@dunmiao/domain/account/emergency";
import type { Actor } from "@dunmiao/domain/actor";
import { accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";

/** Somebody in the role that they use, and in each of the others that they could use instead. */
export type Present = { readonly actor: Actor; readonly others: readonly Actor[] };
/** The day and the instant (ISO) at which somebody asks. */
export type Moment = { readonly today: string; readonly now: string };
/** By what kind of sign-in a session began. */
export type SignedInBy = Pick<Actor, "secondFactor" | "emergency">;

/**
 * Who signed in with an account, as it stands: one GetItem, and one for each account that they act for. Undefined once it is suspended, the role or the emergency is over,
 * or the role asks for a second factor that is not set up.
 */
export async function presentAccount(
  store: Store,
  signedIn: Actor,
  { today, now }: Moment,
): Promise<Present | undefined> {
  const account = await loadRecord(store, accountNoun, signedIn.id);
  const usable =
    account && goesOn(account, signedIn, now) ? await usableRoles(store, account, today, signedIn) : [];
  const actor = usable.find(({ assignment }) => assignment === signedIn.assignment);
  return actor && { actor, others: usable.filter((each) => each !== actor) };
}

/** Whether a session of this kind of sign-in may go on: one for an emergency ends with it, and is none of the next. */
export function goesOn(account: Account, { emergency }: SignedInBy, now: string): boolean {
  if (account.status === "suspended") return false;
  return account.kind !== "emergency" || presentEmergency(account, now)?.id === (emergency ?? "none");
}

/**
 * The person in each of the roles that they may act in on a day, after a sign-in of this kind: their own, and those of others
 * for whom they act. One GetItem for each of these others.
 */
export async function usableRoles(
  store: Store,
  account: Account,
  today: string,
  { secondFactor, emergency }: SignedInBy = {},
): Promise<readonly Actor[]> {
  const isProven = account.hasSecondFactor || secondFactor !== undefined;
  const by = { ...(secondFactor && { secondFactor }), ...(emergency && { emergency }) };
  const own = rolesOn(account, today).map((assignment) => ({
    assignment,
    actor: actorIn(account, assignment),
  }));
  return [...own, ...(await rolesOfOthers(store, account, today))]
    .filter(({ assignment }) => isProven || !needsSecondFactor(account, assignment))
    .map(({ actor }) => ({ ...actor, ...by }));
}

async function rolesOfOthers(store: Store, account: Account, today: string) {
  const holders = new Set(standInsOn(account, today).map(({ holder }) => holder.id));
  const found = await Promise.all([...holders].map((id) => loadOrName(loadRecord(store, accountNoun, id))));
  return found.flatMap((holder) => (holder ? actorsFor(account, holder, today) : []));
}
