import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { accountNoun, listAccounts } from "@dunmiao/store/account";
import { loadCredential } from "@dunmiao/store/credential";
import { loadWithEvents } from "@dunmiao/store/engine/record";
import { endSessions, listSignedIn } from "@dunmiao/store/signedIn";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct, type Show } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { accountView, acts, opening } from "./acts.ts";
import { dutiesOf } from "./duties.tsx";
import { emergencyActs } from "./emergencyActs.ts";
import type { RefusedAccount } from "./forms.tsx";
import { identityActs } from "./identityActs.ts";
import { type Issued, issueAccountCode, issueAccountLink } from "./issueLink.ts";
import { LinkPage } from "./linkPage.tsx";
import { AccountFormPage, AccountsPage } from "./listPage.tsx";
import { AccountPage } from "./page.tsx";
import { staleRoutes } from "./staleRoutes.tsx";

/** Of its events a page shows the newest. */
const shownEvents = 50;

type Ways = {
  linkTo: (c: Context<WebEnv>, token: string) => string;
  /** The organisation's provider, where there is one. */
  issuer: string | undefined;
};

/** Accounts: list, one with its roles and sessions, and what the two hands do with it. */
export function accountRoutes({ linkTo, issuer }: Ways): Hono<WebEnv> {
  const identities = identityActs(issuer);
  const again =
    (form: RefusedAccount["form"]): Show =>
    (c, refused) =>
      showAccount(c, issuer, { ...refused, form });
  const app = new Hono<WebEnv>();
  app.get("/accounts", allow("read-accounts", "Accounts by police number"), showList);
  const showNew = (c: Context<WebEnv>, values: Values, refusals: readonly Refusal[]) =>
    showForm(c, { hasProvider: issuer !== undefined, values, refusals });
  app.get("/accounts/new", allow("keep-accounts", "Form that opens an account"), (c) => showNew(c, {}, []));
  staleRoutes(app);
  app.get("/accounts/:id", allow("read-accounts", "An account with its roles, sessions and trail"), (c) =>
    showAccount(c, issuer, undefined),
  );
  mountAct(app, {
    ...opening(issuer),
    show: (c, { values, refusals }) => showNew(c, values, refusals),
  });
  mountAct(app, { ...acts.suspend, show: again("suspend") });
  mountAct(app, { ...acts.grant, show: again("grant") });
  mountAct(app, { ...identities.bind, show: again("bind") });
  mountAct(app, { ...emergencyActs.arm, show: again("arm") });
  mountAct(app, { ...emergencyActs.review, show: again("review") });
  for (const act of [
    emergencyActs.disarm,
    identities.confirm,
    identities.unbind,
    acts.resume,
    acts.confirm,
    acts.end,
    acts.unfactor,
  ])
    mountAct(app, act);
  app.post(
    "/accounts/:id/link",
    allow("keep-accounts", "Make a one-time link with which the person sets a passphrase"),
    async (c) => {
      const issued = await issueAccountLink(actingOf(c), c.req.param("id"));
      if ("refusals" in issued) return answerRefused(c, issued.refusals);
      return answerIssued(c, "link", { ...issued, secret: linkTo(c, issued.secret) });
    },
  );
  app.post(
    "/accounts/:id/code",
    allow("issue-code", "Make the code that the person gives with their one-time link"),
    async (c) => {
      const issued = await issueAccountCode(actingOf(c), c.req.param("id"));
      return "refusals" in issued ? answerRefused(c, issued.refusals) : answerIssued(c, "code", issued);
    },
  );
  app.post(
    "/accounts/:id/end-sessions",
    allow("keep-accounts", "End every session of an account"),
    async (c) => {
      const id = c.req.param("id");
      await endSessions(c.var.deps.store, id);
      return wantsHtml(c) ? c.redirect(`/accounts/${encodeURIComponent(id)}`, 303) : c.body(null, 204);
    },
  );
  return app;
}

function answerIssued(c: Context<WebEnv>, of: "link" | "code", { account, secret, endsAt }: Issued) {
  if (!wantsHtml(c)) return c.json({ [of]: secret, endsAt: endsAt.toISOString() }, 201);
  const props = { chrome: chromeOf(c), account, of, secret, endsAt };
  return c.html(<LinkPage {...props} />, 201);
}

async function showList(c: Context<WebEnv>) {
  const accounts = await listAccounts(c.var.deps.store);
  const duties = await dutiesOf(c, accounts);
  if (!wantsHtml(c)) return c.json({ items: accounts, duties });
  const mayKeep = mayTry(actorOf(c), "keep-accounts");
  const backup = mayKeep ? c.var.deps.lastBackup?.() : undefined;
  return c.html(
    <AccountsPage
      chrome={chromeOf(c)}
      accounts={accounts}
      mayKeep={mayKeep}
      mayCode={mayTry(actorOf(c), "issue-code")}
      backup={backup}
      duties={duties}
    />,
  );
}

type Values = Readonly<Record<string, string>>;
type NewForm = { hasProvider: boolean; values: Values; refusals: readonly Refusal[] };

function showForm(c: Context<WebEnv>, { hasProvider, values, refusals }: NewForm) {
  const errors = fieldMessages(c.var.text, refusals);
  const shown = { values, errors, hasProvider };
  const page = <AccountFormPage chrome={chromeOf(c)} {...shown} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

async function showAccount(
  c: Context<WebEnv>,
  issuer: string | undefined,
  refused: RefusedAccount | undefined,
) {
  const { store, units } = c.var.deps;
  const found = await loadWithEvents(store, accountNoun, c.req.param("id") ?? "", shownEvents);
  if (!found) return answerProblem(c, "not-found");
  const { record: account, events } = found;
  if (!wantsHtml(c)) return c.json(accountView(account));
  const [sessions, all, credential] = await Promise.all([
    listSignedIn(store, account.id),
    units.refresh(),
    loadCredential(store, account.id),
  ]);
  const actor = actorOf(c);
  const isOther = actor.id !== account.id;
  const may = {
    keep: isOther && mayTry(actor, "keep-accounts"),
    grant: isOther && mayTry(actor, "grant-role"),
    confirm: isOther && mayTry(actor, "confirm-role") ? actor : undefined,
    code: isOther && mayTry(actor, "issue-code"),
    confirmIdentity: isOther && mayTry(actor, "confirm-identity"),
    arm: isOther && mayTry(actor, "arm-account"),
    review: isOther && mayTry(actor, "review-emergency"),
  };
  const now = c.var.deps.clock.now();
  const isNew = credential?.passphrase === undefined;
  const props = { account, events, sessions, units: all, may, now, refused, isNew, issuer };
  return c.html(<AccountPage chrome={chromeOf(c)} {...props} />, refused ? statusOf(refused.refusals) : 200);
}
