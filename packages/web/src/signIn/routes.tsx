import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { checkSignIn } from "./check.ts";
import { endSession, isHttps, signedInHere, startSession } from "./cookie.ts";
import type { FirstLink } from "./firstLink.ts";
import { invitationRoutes } from "./invitationRoutes.tsx";
import { ownRoutes } from "./ownRoutes.tsx";
import { SignInPage } from "./page.tsx";
import { setUpRoutes } from "./setUpRoutes.tsx";

/** Longer than anybody types; hashing takes as long for any length below it. */
const longestPassphrase = 200;
const proofSchema = z.object({
  number: serviceNumberInputSchema,
  passphrase: z.string().min(1).max(longestPassphrase),
  code: z.string().max(60).optional(),
  next: z.string().max(2_000).optional(),
});

/** Signing in and out with an account of ours, the first set-up, invitations, and what everybody sees of their own account. */
export function signInRoutes(first: FirstLink): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/sign-in", allowEveryone("The page to sign in"), showSignIn);
  app.post(
    "/sign-in",
    allowEveryone("Sign in with police number, passphrase and code", { body: proofSchema }),
    postSignIn,
  );
  app.post("/sign-out", allowEveryone("Sign out"), async (c) => {
    await endSession(c);
    return wantsHtml(c) ? c.redirect("/sign-in", 303) : c.body(null, 204);
  });
  setUpRoutes(app, first);
  invitationRoutes(app);
  ownRoutes(app);
  return app;
}

async function showSignIn(c: Context<WebEnv>) {
  const next = ownPath(c.req.query("next"));
  const here = await signedInHere(c);
  if (here && wantsHtml(c)) return c.redirect(c.var.actor ? next : "/account", 303);
  const { signInPage: words } = c.var.text;
  // The browser comes back from signing in without its cookie.
  const isLost = c.req.query("signed") !== undefined;
  const note = isLost ? words.cookieLost : c.req.query("set") === undefined ? undefined : words.passphraseSet;
  return signInPage(c, { values: { next }, refusals: [], note });
}

type Shown = {
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
  note?: string | undefined;
};

function signInPage(c: Context<WebEnv>, { values, refusals, note }: Shown) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = (
    <SignInPage chrome={chromeOf(c)} values={values} errors={errors} note={note} isPlain={!isHttps(c)} />
  );
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

async function postSignIn(c: Context<WebEnv>) {
  const sent = await readBody(c, proofSchema);
  const { passphrase: _, code: __, ...values } = sent.ok ? sent.value.raw : sent.raw;
  const again = (refusals: readonly Refusal[]) =>
    wantsHtml(c) ? signInPage(c, { values, refusals }) : answerRefused(c, refusals);
  if (!sent.ok) return again(sent.refusals);
  const { value } = sent.value;
  const { store, clock } = c.var.deps;
  const at = { address: c.env?.address ?? "unknown", now: new Date(clock.now()) };
  const checked = await checkSignIn(store, value, at);
  if (!checked.ok) return again(checked.refusals);
  await startSession(c, checked.value);
  const next = ownPath(value.next);
  if (wantsHtml(c)) return c.redirect(`/sign-in?signed=1&next=${encodeURIComponent(next)}`, 303);
  return c.json({ account: checked.value.id });
}
