import {
  type DelegationNews,
  delegationNews,
  othersOf,
  type Told,
} from "@dunmiao/domain/account/delegationNews";
import { accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadWithEvents } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";

/** More than happens to an account in the weeks that are told. */
const readEvents = 50;

/**
 * What a person is told of delegations that they gave and were given. One Query, and one for each account with which one of
 * them goes on.
 */
export async function loadDelegationNews(
  store: Store,
  number: string,
  today: string,
): Promise<readonly DelegationNews[]> {
  const load = async (id: string): Promise<Told | undefined> =>
    loadOrName(loadWithEvents(store, accountNoun, id, readEvents));
  const own = await load(number);
  if (!own) return [];
  const others = await Promise.all(othersOf(own, today).map(async (id) => [id, await load(id)] as const));
  const known = others.flatMap(([id, told]) => (told ? [[id, told] as const] : []));
  return delegationNews(own, new Map(known), today);
}
