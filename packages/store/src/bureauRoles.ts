import type { Account } from "@dunmiao/domain/account";
import {
  type AbsentRole,
  absentRoles,
  type DaysAway,
  isBureauRole,
  type Vacancy,
  vacantRoles,
} from "@dunmiao/domain/account/vacantRoles";
import { type AccountRow, accountNoun } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { byOfficer } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
import { pairNoun } from "./pair.ts";
import { pairsLed } from "./pairsOf.ts";
import { presentOfficer } from "./presentOfficer.ts";
import { storedSummarySchema } from "./summaryText.ts";

/** Roles of the bureau in which nobody acts, now or soon: because nobody holds them, or because all who do are away. */
export type BureauRoles = { readonly vacant: readonly Vacancy[]; readonly absent: readonly AbsentRole[] };

/**
 * What of the roles of the bureau waits for somebody. For each account with such a role, and for each of their delegates: two
 * GetItems, a Query and a GetItem, and one for each pair that the person leads.
 */
export async function bureauRolesOn(
  store: Store,
  rows: readonly AccountRow[],
  today: string,
): Promise<BureauRoles> {
  const concerned = rows.filter(({ roles }) => roles.some(isBureauRole)).map(({ id }) => id);
  const holders = await accountsOf(store, concerned);
  const delegates = holders.flatMap(({ delegations = [] }) =>
    delegations
      .filter(({ state, to }) => state === "given" && today <= to)
      .map(({ delegate }) => delegate.id),
  );
  const others = await accountsOf(
    store,
    [...new Set(delegates)].filter((id) => !concerned.includes(id)),
  );
  const accounts = [...holders, ...others];
  const away = await Promise.all(accounts.map(async ({ id }) => [id, await daysAway(store, id)] as const));
  return { vacant: vacantRoles(accounts, today), absent: absentRoles(accounts, new Map(away), today) };
}

async function accountsOf(store: Store, ids: readonly string[]): Promise<Account[]> {
  const load = (id: string) => loadOrName(loadRecord(store, accountNoun, id));
  return (await Promise.all(ids.map(load))).filter((each) => each !== undefined);
}

/** On secondment, or on leave as it is recorded of a mentor. */
async function daysAway(store: Store, number: string): Promise<DaysAway[]> {
  const person = (await loadOrName(presentOfficer(store, number)))?.id ?? number;
  const [{ rows }, led] = await Promise.all([
    byOfficer(store, person, storedSummarySchema),
    pairsLed(store, person),
  ]);
  const terms = rows
    .filter(({ summary }) => summary.status !== "withdrawn")
    .map(({ summary: { from, to } }) => ({ from, to }));
  const ids = new Set(led.filter(({ isSubstitute }) => !isSubstitute).map(({ id }) => id));
  const pairs = await Promise.all([...ids].map((id) => loadOrName(loadRecord(store, pairNoun, id))));
  const leaves = pairs
    .flatMap((pair) => pair?.mentorAway ?? [])
    .filter(({ why }) => why === "leave" || why === "left")
    .map(({ from, to }) => ({ from, to }));
  return [...terms, ...leaves];
}
