import { type StaleRole, staleRoles } from "@dunmiao/domain/account/staleRoles";
import { mayTry } from "@dunmiao/domain/permissions";
import { accountNoun, listAccounts } from "@dunmiao/store/account";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
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
    allow("read-accounts", "Roles that nobody used, twice or of no unit"),
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

/** One Query for all accounts; a GetItem and a Query for each that has a role. */
async function staleOnFile(store: Store, of: { today: string; units: ReadonlySet<string> }) {
  const rows = (await listAccounts(store)).filter(
    ({ status, roles }) => status === "active" && roles.length > 0,
  );
  const found = await Promise.all(
    rows.map(async ({ id }) => {
      const [account, used] = await Promise.all([loadRecord(store, accountNoun, id), loadRoleUse(store, id)]);
      return account ? staleRoles(account, { ...of, used }) : [];
    }),
  );
  return found.flat();
}
