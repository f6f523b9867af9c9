import { isDelegable } from "@dunmiao/domain/account/delegation";
import { accountNoun, listAccounts } from "@dunmiao/store/account";
import { bureauRolesOn } from "@dunmiao/store/bureauRoles";
import { loadRecord } from "@dunmiao/store/engine/record";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { wantsHtml } from "../wants.ts";
import { keptDelegations } from "./acts.ts";
import { DelegationsPage, HolderPage } from "./pages.tsx";
import { delegationView } from "./view.ts";

/** Delegations of everybody, which the personnel office enters and takes back. */
export function delegationRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/delegations", allow("keep-delegations", "Who can have a delegate, and until when"), showList);
  app.get("/delegations/:id", allow("keep-delegations", "Delegations of one person"), (c) =>
    showHolder(c, undefined),
  );
  mountAct(app, { ...keptDelegations.give, show: (c, refused) => showHolder(c, refused) });
  mountAct(app, keptDelegations.end);
  return app;
}

async function showList(c: Context<WebEnv>) {
  const { store } = c.var.deps;
  const rows = (await listAccounts(store)).filter(({ kind }) => kind === undefined);
  const todos = await bureauRolesOn(store, rows, c.var.today);
  const holders = rows.filter(
    ({ status, roles }) => status === "active" && roles.some((role) => isDelegable({ role })),
  );
  if (wantsHtml(c)) return c.html(<DelegationsPage chrome={chromeOf(c)} holders={holders} todos={todos} />);
  const items = holders.map(({ id, name, roles, delegatedUntil }) => ({ id, name, roles, delegatedUntil }));
  return c.json({ items, ...todos });
}

async function showHolder(c: Context<WebEnv>, refused: Refused | undefined) {
  const account = await loadRecord(c.var.deps.store, accountNoun, c.req.param("id") ?? "");
  if (!account || account.kind !== undefined) return answerProblem(c, "not-found");
  if (!wantsHtml(c)) return c.json(delegationView(account, c.var.today));
  const page = <HolderPage chrome={chromeOf(c)} account={account} refused={refused} />;
  return c.html(page, refused ? statusOf(refused.refusals) : 200);
}
