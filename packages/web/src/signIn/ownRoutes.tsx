import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { loadCredential } from "@dunmiao/store/credential";
import { newSecret } from "@dunmiao/store/oneTimeCode";
import { usableRoles } from "@dunmiao/store/presentAccount";
import { endSessions, listSignedIn } from "@dunmiao/store/signedIn";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import { mountAct } from "../act.ts";
import { ownDelegations } from "../delegation/acts.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, leadOn, mountFormAt, noBody } from "../formRoute.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { type SignedInHere, signedInHere, startSession } from "./cookie.ts";
import { FactorPage } from "./factorPage.tsx";
import { own, ownPlace } from "./own.ts";
import { OwnPage } from "./ownPage.tsx";
import { answerRecovery, secretRoutes } from "./secretRoutes.tsx";
import { setFactor } from "./setFactor.ts";

const actAsSchema = z.object({ assignment: z.string().max(40), next: z.string().max(2_000).optional() });
const factorSchema = z.object({
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  code: z.string().max(20),
});

/** What everybody sees of their own account: roles, sessions, one-time codes. */
export function ownRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/account",
    allowEveryone("One's own account: roles and sessions"),
    own((c, here) => showOwn(c, here)),
  );
  mountFormAt(app, ownPlace, {
    path: "/account/act-as",
    permission: "everyone",
    summary: "Act in another of one's roles",
    reader: bodyOf(actAsSchema),
    work: (c, { place, input }) => actAs(c, place, input),
  });
  mountFormAt(app, ownPlace, {
    path: "/account/end-sessions",
    permission: "everyone",
    summary: "End one's other sessions",
    reader: noBody,
    work: async (c, { place: { account, hash } }) => {
      await endSessions(c.var.deps.store, account.id, hash);
      return leadOn(c, "/account");
    },
  });
  app.get("/account/second-factor", allowEveryone("Form that sets up one-time codes"), own(showNewFactor));
  mountFormAt(app, ownPlace, {
    path: "/account/second-factor",
    permission: "everyone",
    summary: "Set up one-time codes",
    reader: bodyOf(factorSchema),
    work: async (c, { place, input }) => {
      const set = await setFactor(c, place.account, input);
      if (!set.ok) return set;
      const { account, recovery } = set.value;
      // Whoever signed in elsewhere did so without a code.
      await endSessions(c.var.deps.store, account.id);
      await startSession(c, account, { since: place.since });
      return answerRecovery(c, recovery);
    },
    show: (c, { values, refusals }, { place }) => {
      const secret = factorSchema.shape.secret.safeParse(values.secret);
      return secret.success
        ? showFactor(c, place, { secret: secret.data, refusals })
        : answerRefused(c, refusals);
    },
  });
  mountAct(app, { ...ownDelegations.give, show: showRefused });
  mountAct(app, ownDelegations.end);
  secretRoutes(app);
}

async function showRefused(c: Context<WebEnv>, refused: Refused) {
  const here = await signedInHere(c);
  return here ? showOwn(c, here, refused) : answerRefused(c, refused.refusals);
}

async function showOwn(c: Context<WebEnv>, { account, hash, secondFactor }: SignedInHere, refused?: Refused) {
  const { store } = c.var.deps;
  const usable = await usableRoles(store, account, c.var.today, { secondFactor });
  const sessions = await listSignedIn(store, account.id);
  const current = c.var.actor?.assignment;
  if (!wantsHtml(c)) {
    const roles = usable.map(({ assignment, role, unit, actsFor }) => ({ assignment, role, unit, actsFor }));
    const { delegations } = account;
    return c.json({ account: account.id, current, roles, delegations, sessions: sessions.length });
  }
  const isChanged = c.req.query("set") !== undefined;
  const isProven = account.hasSecondFactor || secondFactor !== undefined;
  const hasPassphrase = (await loadCredential(store, account.id))?.passphrase !== undefined;
  const shown = { account, usable, sessions, current, hash, isChanged, isProven, hasPassphrase };
  const page = <OwnPage chrome={chromeOf(c)} {...shown} actor={c.var.actor} refused={refused} />;
  return c.html(page, refused ? statusOf(refused.refusals) : 200);
}

async function actAs(
  c: Context<WebEnv>,
  { account, since, secondFactor }: SignedInHere,
  { assignment, next }: z.infer<typeof actAsSchema>,
) {
  const usable = await usableRoles(c.var.deps.store, account, c.var.today, { secondFactor });
  const wanted = usable.find((each) => each.assignment === assignment);
  if (!wanted) return refuse("not-found");
  await startSession(c, account, { assignment, since, secondFactor });
  return leadOn(c, ownPath(next), { role: wanted.role, unit: wanted.unit });
}

function showNewFactor(c: Context<WebEnv>, here: SignedInHere) {
  return here.account.hasSecondFactor
    ? c.redirect("/account", 303)
    : showFactor(c, here, { secret: newSecret(), refusals: [] });
}

type Shown = { secret: string; refusals: readonly Refusal[] };

function showFactor(c: Context<WebEnv>, { account }: SignedInHere, { secret, refusals }: Shown) {
  if (!wantsHtml(c)) return c.json({ secret });
  const errors = fieldMessages(c.var.text, refusals);
  const page = <FactorPage chrome={chromeOf(c)} account={account} secret={secret} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
