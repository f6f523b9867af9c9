import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, leadOn, mountForm, noBody } from "../formRoute.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { sayWhenAgain, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { admit } from "./admit.ts";
import { checkSignIn } from "./check.ts";
import { endSession, isHttps, signedInHere } from "./cookie.ts";
import type { Doors } from "./doors.ts";
import { invitationRoutes } from "./invitationRoutes.tsx";
import { ownRoutes } from "./ownRoutes.tsx";
import { SignInPage } from "./page.tsx";
import { providerRoutes } from "./providerRoutes.tsx";
import { setUpRoutes } from "./setUpRoutes.tsx";
import { answerSignedIn } from "./signedIn.ts";

/** Longer than anybody types; hashing takes as long for any length below it. */
const longestPassphrase = 200;
const proofSchema = z.object({
  number: serviceNumberInputSchema,
  passphrase: z.string().min(1).max(longestPassphrase),
  code: z.string().max(60).optional(),
  next: z.string().max(2_000).optional(),
});

/** Signing in and out, the first set-up, invitations, and what everybody sees of their own account. */
export function signInRoutes(doors: Doors): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/sign-in", allowEveryone("The page to sign in"), (c) => showSignIn(c, doors));
  mountForm(app, {
    path: "/sign-in",
    permission: "everyone",
    summary: "Sign in with police number, passphrase and code",
    reader: bodyOf(proofSchema),
    work: async (c, { input }) => {
      const { store, clock } = c.var.deps;
      const at = { address: c.env?.address ?? "unknown", now: new Date(clock.now()) };
      const checked = await checkSignIn(store, input, at);
      const admitted = checked.ok ? await admit(c, checked.value, doors) : checked;
      return admitted.ok ? answerSignedIn(c, admitted.value, ownPath(input.next)) : admitted;
    },
    show: (c, { values: { passphrase: _, code: __, ...values }, refusals }) =>
      signInPage(c, doors, { values, refusals }),
  });
  mountForm(app, {
    path: "/sign-out",
    permission: "everyone",
    summary: "Sign out",
    reader: noBody,
    work: async (c) => {
      await endSession(c);
      return leadOn(c, "/sign-in?out=1");
    },
  });
  providerRoutes(app, doors.provider);
  setUpRoutes(app, doors);
  invitationRoutes(app, doors);
  ownRoutes(app);
  return app;
}

async function showSignIn(c: Context<WebEnv>, doors: Doors) {
  const next = ownPath(c.req.query("next"));
  const here = await signedInHere(c);
  if (here && wantsHtml(c)) return c.redirect(c.var.actor ? next : "/account", 303);
  const { signInPage: words } = c.var.text;
  // The browser comes back from signing in without its cookie.
  const isLost = c.req.query("signed") !== undefined;
  const note = isLost ? words.cookieLost : c.req.query("set") === undefined ? undefined : words.passphraseSet;
  return signInPage(c, doors, { values: { next }, refusals: [], note });
}

type Shown = {
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
  note?: string | undefined;
};

function signInPage(c: Context<WebEnv>, doors: Doors, { values, refusals, note }: Shown) {
  const errors = fieldMessages(c.var.text, refusals);
  sayWhenAgain(c, refusals);
  // Whoever has just signed out here may still be signed in at the provider.
  const isFresh = c.req.query("out") !== undefined;
  const isEmergency = c.req.method === "POST" || c.req.query("emergency") !== undefined;
  const shown = { values, errors, note, doors, isFresh, isEmergency, isPlain: !isHttps(c) };
  const page = <SignInPage chrome={chromeOf(c)} {...shown} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
