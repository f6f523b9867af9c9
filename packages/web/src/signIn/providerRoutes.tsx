import type { Account } from "@dunmiao/domain/account";
import { unconfirmed } from "@dunmiao/domain/account/identity";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { accountNoun } from "@dunmiao/store/account";
import { linkHash } from "@dunmiao/store/accountLink";
import { type BegunSignIn, keepBegun, loadBegun, useBegun } from "@dunmiao/store/begunSignIn";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadIdentity } from "@dunmiao/store/identity";
import { countUse } from "@dunmiao/store/tries";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountFormAt } from "../formRoute.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { begunCookie, dropBegunCookie, setBegunCookie } from "./begunCookie.ts";
import { bindInvited } from "./bindInvited.ts";
import { proveCode } from "./check.ts";
import { CodePage } from "./codePage.tsx";
import { startSession } from "./cookie.ts";
import type { ProvenIdentity, Provider } from "./provider.ts";
import { answerSignedIn, signedInAt } from "./signedIn.ts";

const answerPath = "/sign-in/provider/answer";
/** Behind one address a whole bureau may sit, who all begin at half past eight. */
const begunAMinute = 200;
const codeSchema = z.object({ code: z.string().min(1).max(60) });

/** Signing in at the organisation's provider: there, back, and the account's own code where it has one. */
export function providerRoutes(app: Hono<WebEnv>, provider: Provider | undefined): void {
  const begin = async (c: Context<WebEnv>) =>
    provider ? beginSignIn(c, provider) : answerProblem(c, "not-found");
  const answer = async (c: Context<WebEnv>) =>
    provider ? takeAnswer(c, provider) : answerProblem(c, "not-found");
  app.get("/sign-in/provider", allowEveryone("Sign in at the organisation's provider"), begin);
  app.get(answerPath, allowEveryone("Where the provider sends the browser back to"), answer);
  app.get("/sign-in/code", allowEveryone("Form for the code after signing in at the provider"), showCode);
  mountFormAt(app, openBegun, {
    path: "/sign-in/code",
    permission: "everyone",
    summary: "Give the code after signing in at the provider",
    reader: bodyOf(codeSchema),
    work: async (c, { place: { cookie, seen, account }, input }) => {
      const { store } = c.var.deps;
      const now = nowOf(c);
      const proven = await proveCode(store, account, { code: input.code, now });
      if (!proven.ok) return proven;
      if (!(await useBegun(store, cookie, { seen, now }))) return answerProblem(c, "sign-in-begun-elsewhere");
      dropBegunCookie(c);
      return answerSignedIn(c, proven.value, seen.next);
    },
    show: (c, { refusals }) => codePage(c, refusals),
  });
}

function nowOf(c: Context<WebEnv>): Date {
  return new Date(c.var.deps.clock.now());
}

async function beginSignIn(c: Context<WebEnv>, provider: Provider) {
  const { store } = c.var.deps;
  const token = c.req.query("token");
  // Nobody is bound to an account by a link of another site: they see first whose it is.
  const from = c.req.header("Sec-Fetch-Site") ?? "same-origin";
  if (token !== undefined && from !== "same-origin")
    return c.redirect(`/invitation?token=${encodeURIComponent(token)}`, 303);
  // Beginning is no failure: it is forgotten after its minute, or an office would be shut out by its own sign-ins.
  const use = { name: `begun ${c.env?.address ?? "unknown"}`, uses: begunAMinute, minutes: 1 };
  const wait = await countUse(store, use, nowOf(c));
  if (wait !== undefined)
    return answerRefused(c, [{ code: "sign-in-blocked", params: { minutes: Math.ceil(wait / 60) } }]);
  const isFresh = c.req.query("fresh") !== undefined;
  const begun = await provider.begin({ redirectUri: addressOf(c).href, isFresh });
  if (!begun.ok) return answerRefused(c, begun.refusals);
  const { url, ...secrets } = begun.value;
  const link = token === undefined ? undefined : linkHash(token);
  const next = ownPath(c.req.query("next"));
  setBegunCookie(c, await keepBegun(store, { ...secrets, next, link }, nowOf(c)));
  return c.redirect(url, 303);
}

/** The address that the provider sends browsers back to, as they see it. */
function addressOf(c: Context<WebEnv>): URL {
  return new URL(answerPath, c.var.deps.origin ?? c.req.url);
}

/** What this browser has begun, taken up once: whoever comes second with the same answer finds nothing. */
async function takeAnswer(c: Context<WebEnv>, provider: Provider) {
  const { store } = c.var.deps;
  const cookie = begunCookie(c);
  const now = nowOf(c);
  const seen = cookie === undefined ? undefined : await loadBegun(store, cookie, now);
  if (!cookie || !seen || seen.account !== undefined) return answerProblem(c, "sign-in-begun-elsewhere");
  const cameTo = addressOf(c);
  cameTo.search = new URL(c.req.url).search;
  // A foreign answer does not use up what this browser has begun.
  if (cameTo.searchParams.get("state") !== seen.state) return answerProblem(c, "sign-in-begun-elsewhere");
  if (!(await useBegun(store, cookie, { seen, now }))) return answerProblem(c, "sign-in-begun-elsewhere");
  const proven = await provider.finish(cameTo, seen);
  if (!proven.ok) return refused(c, proven.refusals);
  const found = await accountOf(c, seen, proven.value);
  if (!found.ok) return refused(c, found.refusals);
  const account = found.value;
  // Whoever binds an identity to somebody's account is not the one whose codes it has.
  if (account.hasSecondFactor) {
    setBegunCookie(c, await keepBegun(store, { ...seen, link: undefined, account: account.id }, now));
    return c.redirect("/sign-in/code", 303);
  }
  const { issuer, subject } = proven.value;
  const isWaiting = unconfirmed(account).some((each) => each.issuer === issuer && each.subject === subject);
  if (isWaiting) return refused(c, [{ code: "identity-not-confirmed", params: { subject } }]);
  dropBegunCookie(c);
  await startSession(c, account, proven.value.hasSecondFactor ? { secondFactor: "provider" } : {});
  return c.redirect(signedInAt(seen.next), 303);
}

function refused(c: Context<WebEnv>, refusals: readonly Refusal[]) {
  dropBegunCookie(c);
  return answerRefused(c, refusals);
}

/** The account that the identity is bound to, or to which the link binds it; never one by a name or a number that the provider says. */
async function accountOf(
  c: Context<WebEnv>,
  { link }: BegunSignIn,
  proven: ProvenIdentity,
): Promise<Outcome<Account>> {
  if (link !== undefined) return bindInvited(c, link, proven);
  const { store } = c.var.deps;
  const { subject } = proven;
  const id = (await loadIdentity(store, proven))?.account;
  const account = id === undefined ? undefined : await loadRecord(store, accountNoun, id);
  if (!account) return refuse("identity-not-bound", undefined, { subject });
  if (account.kind === "machine") return refuse("machine-has-token");
  return account.status === "active" ? { ok: true, value: account } : refuse("account-suspended");
}

async function showCode(c: Context<WebEnv>) {
  const { store } = c.var.deps;
  const cookie = begunCookie(c);
  const seen = cookie === undefined ? undefined : await loadBegun(store, cookie, nowOf(c));
  return seen?.account === undefined ? c.redirect("/sign-in", 303) : codePage(c, []);
}

function codePage(c: Context<WebEnv>, refusals: readonly Refusal[]) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = <CodePage chrome={chromeOf(c)} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

type Begun = { cookie: string; seen: BegunSignIn; account: string };

/** The sign-in that this browser has begun and that waits for nothing but the code. */
async function openBegun(c: Context<WebEnv>): Promise<Begun | Response> {
  const cookie = begunCookie(c);
  const seen = cookie === undefined ? undefined : await loadBegun(c.var.deps.store, cookie, nowOf(c));
  if (!cookie || seen?.account === undefined) return answerProblem(c, "sign-in-begun-elsewhere");
  return { cookie, seen, account: seen.account };
}
