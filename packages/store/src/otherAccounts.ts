import type { Account, Assignment } from "@dunmiao/domain/account";
import { accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { presentOfficer } from "./presentOfficer.ts";

/**
 * Roles, given or asked for, in the accounts of the same person under other numbers. One GetItem, one for each merge on the
 * way and one for each other number.
 */
export async function rolesElsewhere(store: Store, number: string): Promise<readonly Assignment[]> {
  const accounts = await accountsElsewhere(store, number);
  return accounts.flatMap(({ assignments }) => assignments.filter(({ state }) => state !== "ended"));
}

/** The accounts of the same person under other numbers. As many requests. */
export async function accountsElsewhere(store: Store, number: string): Promise<readonly Account[]> {
  const officer = await presentOfficer(store, number);
  if (!officer) return [];
  const numbers = [officer.id, ...(officer.numbers ?? []).map((each) => each.number)];
  const others = numbers.filter((each) => each !== number);
  const accounts = await Promise.all(others.map((id) => loadRecord(store, accountNoun, id)));
  return accounts.filter((each) => each !== undefined);
}
