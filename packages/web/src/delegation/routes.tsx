import { delegatedUntil, isDelegable } from "@dunmiao/domain/account/delegation";
import { type AccountRow, accountNoun, listAccounts } from "@dunmiao/store/account";
import { bureauRolesOn } from "@dunmiao/store/bureauRoles";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
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
  const able = rows.filter(
    ({ status, roles }) => status === "active" && roles.some((role) => isDelegable({ role })),
  );
  const holders = await Promise.all(able.map((row) => untilNow(c, row)));
  if (wantsHtml(c)) return c.html(<DelegationsPage chrome={chromeOf(c)} holders={holders} todos={todos} />);
  const items = holders.map(({ id, name, roles, delegatedUntil }) => ({ id, name, roles, delegatedUntil }));
  return c.json({ items, ...todos });
}

/** What the list keeps counts roles that are the holder's no more; one GetItem for whom it says that somebody acts today. */
async function untilNow(
  c: Context<WebEnv>,
  { delegatedUntil: listed, ...row }: AccountRow,
): Promise<AccountRow> {
  if (listed === undefined || listed < c.var.today) return row;
  const account = await loadOrName(loadRecord(c.var.deps.store, accountNoun, row.id));
  const until = account && delegatedUntil(account, c.var.today);
  return { ...row, ...(until !== undefined && { delegatedUntil: until }) };
}

async function showHolder(c: Context<WebEnv>, refused: Refused | undefined) {
  const account = await loadRecord(c.var.deps.store, accountNoun, c.req.param("id") ?? "");
  if (!account || account.kind !== undefined) return answerProblem(c, "not-found");
  if (!wantsHtml(c)) return c.json(delegationView(account, c.var.today));
  const page = <HolderPage chrome={chromeOf(c)} account={account} refused={refused} />;
  return c.html(page, refused ? statusOf(refused.refusals) : 200);
}
