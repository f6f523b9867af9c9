import { type Account, rolesOn } from "@dunmiao/domain/account";
import { isHand } from "@dunmiao/domain/account/roles";
import { type StaleRole, staleRoles } from "@dunmiao/domain/account/staleRoles";
import { unitsLeft } from "@dunmiao/domain/account/unitsLeft";
import { mayTry } from "@dunmiao/domain/permissions";
import { accountNoun, listAccounts } from "@dunmiao/store/account";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { accountsElsewhere } from "@dunmiao/store/otherAccounts";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import { staysOf } from "@dunmiao/store/rolesThatFollow";
import { loadRoleUse } from "@dunmiao/store/roleUse";
import type { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { wantsHtml } from "../wants.ts";
import { StalePage } from "./stalePage.tsx";

/** Roles that should be looked at; they are ended where all roles are. */
export function staleRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/accounts/stale",
    allow(
      "read-accounts",
      "Roles that nobody used, twice, of no unit, of a secondment that is over, or two hands",
    ),
    async (c) => {
      const { store, units } = c.var.deps;
      const of = { today: c.var.today, units: new Set((await units.current()).keys()) };
      const stale = await staleOnFile(store, of);
      if (!wantsHtml(c))
        return c.json({
          items: stale.map(({ account, assignment, reasons, lastUsed }) => ({
            account: account.id,
            assignment,
            reasons,
            lastUsed,
          })),
        });
      const actor = actorOf(c);
      const mayEnd = ({ account }: StaleRole) => mayTry(actor, "grant-role") && account.id !== actor.id;
      return c.html(<StalePage chrome={chromeOf(c)} stale={stale} mayEnd={mayEnd} />);
    },
  );
}

/**
 * One Query for all accounts; a GetItem and a Query for each that has a role, and a GetItem and a Query more for each that
 * has one of a unit, or is one of the three hands (and one for each other number).
 */
async function staleOnFile(store: Store, of: { today: string; units: ReadonlySet<string> }) {
  const rows = (await listAccounts(store)).filter(
    ({ status, roles }) => status === "active" && roles.length > 0,
  );
  const found = await Promise.all(
    rows.map(async ({ id }) => {
      const [account, used] = await Promise.all([loadRecord(store, accountNoun, id), loadRoleUse(store, id)]);
      if (!account) return [];
      return staleRoles(account, { ...of, used, ...(await personBehind(store, account, of.today)) });
    }),
  );
  return found.flat();
}

/** What is known of the person that has to do with these roles; nothing is read for others. */
async function personBehind(store: Store, account: Account, today: string) {
  const held = rolesOn(account, today);
  const [left, others] = await Promise.all([
    held.some(({ unit }) => unit !== undefined)
      ? leftBy(store, account.id, today)
      : new Map<string, string>(),
    held.some(isHand) ? loadOrName(accountsElsewhere(store, account.id)) : [],
  ]);
  return { left, elsewhere: (others ?? []).flatMap((each) => rolesOn(each, today)) };
}

async function leftBy(store: Store, number: string, today: string): Promise<ReadonlyMap<string, string>> {
  const person = await loadOrName(presentOfficer(store, number));
  return person ? unitsLeft(await staysOf(store, person.id), { today, home: person.homeUnit }) : new Map();
}
