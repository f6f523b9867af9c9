import { type AccountKind, accountKinds } from "@dunmiao/domain/account";
import { emergenciesToReview } from "@dunmiao/domain/account/emergency";
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
import { leadOn, mountForm, noBody } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { accountView, acts, opening } from "./acts.ts";
import { dutiesOf } from "./duties.tsx";
import { emergencyActs } from "./emergencyActs.ts";
import type { RefusedAccount } from "./forms.tsx";
import { identityActs, issuerFor } from "./identityActs.ts";
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
    showForm(c, { kinds: kindsOf(c, issuer), values, refusals });
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
  mountForm(app, {
    path: "/accounts/:id/link",
    permission: "keep-accounts",
    summary: "Make a one-time link with which the person sets a passphrase",
    reader: noBody,
    work: async (c) => {
      const issued = await issueAccountLink(actingOf(c), idOf(c));
      if ("refusals" in issued) return issued;
      return answerIssued(c, "link", { ...issued, secret: linkTo(c, issued.secret) });
    },
  });
  mountForm(app, {
    path: "/accounts/:id/code",
    permission: "issue-code",
    summary: "Make the code that the person gives with their one-time link",
    reader: noBody,
    work: async (c) => {
      const issued = await issueAccountCode(actingOf(c), idOf(c));
      return "refusals" in issued ? issued : answerIssued(c, "code", issued);
    },
  });
  mountForm(app, {
    path: "/accounts/:id/end-sessions",
    permission: "keep-accounts",
    summary: "End every session of an account",
    reader: noBody,
    work: async (c) => {
      await endSessions(c.var.deps.store, idOf(c));
      return leadOn(c, `/accounts/${encodeURIComponent(idOf(c))}`);
    },
  });
  return app;
}

function idOf(c: Context<WebEnv>): string {
  return c.req.param("id") ?? "";
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
  const backup = mayKeep ? c.var.deps.backups?.().last : undefined;
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
type NewForm = { kinds: readonly AccountKind[]; values: Values; refusals: readonly Refusal[] };

/** What else than a person's an account can be here. */
function kindsOf(c: Context<WebEnv>, issuer: string | undefined): AccountKind[] {
  const isPossible = { emergency: issuer !== undefined, machine: c.var.deps.machines !== undefined };
  return accountKinds.filter((each) => isPossible[each]);
}

function showForm(c: Context<WebEnv>, { kinds, values, refusals }: NewForm) {
  const errors = fieldMessages(c.var.text, refusals);
  const shown = { values, errors, kinds };
  const page = <AccountFormPage chrome={chromeOf(c)} {...shown} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

async function showAccount(
  c: Context<WebEnv>,
  issuer: string | undefined,
  refused: RefusedAccount | undefined,
) {
  const { store, units } = c.var.deps;
  const found = await loadWithEvents(store, accountNoun, idOf(c), shownEvents);
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
  const now = c.var.deps.clock.now();
  const may = {
    keep: isOther && mayTry(actor, "keep-accounts"),
    grant: isOther && mayTry(actor, "grant-role"),
    confirm: isOther && mayTry(actor, "confirm-role") ? actor : undefined,
    code: isOther && account.kind !== "machine" && mayTry(actor, "issue-code"),
    confirmIdentity: isOther && mayTry(actor, "confirm-identity"),
    arm: isOther && mayTry(actor, "arm-account"),
    review: emergenciesToReview(account, { actor, now })[0],
  };
  const isNew = credential?.passphrase === undefined;
  const at = issuerFor(c, account, issuer);
  const props = { account, events, sessions, units: all, may, now, refused, isNew, issuer: at };
  return c.html(<AccountPage chrome={chromeOf(c)} {...props} />, refused ? statusOf(refused.refusals) : 200);
}
