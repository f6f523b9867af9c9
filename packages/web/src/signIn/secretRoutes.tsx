import type { Refusal } from "@dunmiao/domain/refusal";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { type SignedInHere, startSession } from "./cookie.ts";
import { RecoveryPage } from "./factorPage.tsx";
import { own } from "./own.ts";
import { ownActing } from "./ownActing.ts";
import { changePassphrase, renewRecovery } from "./ownSecrets.ts";
import { OwnPassphrasePage, RenewRecoveryPage } from "./secretPages.tsx";

const passphraseSchema = z.object({
  current: z.string().min(1).max(200),
  passphrase: z.string().min(1).max(200),
});
const codeSchema = z.object({ code: z.string().min(1).max(20) });

/** What somebody proves themselves by, changed by themselves: passphrase and recovery codes. */
export function secretRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/account/passphrase",
    allowEveryone("Form that changes one's own passphrase"),
    own((c, here) => showPassphrase(c, here, [])),
  );
  app.post(
    "/account/passphrase",
    allowEveryone("Change one's own passphrase; one's other sessions end", { body: passphraseSchema }),
    own(postPassphrase),
  );
  app.get(
    "/account/recovery-codes",
    allowEveryone("Form that makes new recovery codes"),
    own((c, { account }) => (account.hasSecondFactor ? showRecovery(c, []) : answerProblem(c, "not-found"))),
  );
  app.post(
    "/account/recovery-codes",
    allowEveryone("Make new recovery codes; those of before work no more", { body: codeSchema }),
    own(postRecovery),
  );
}

async function postPassphrase(c: Context<WebEnv>, here: SignedInHere) {
  const again = (refusals: readonly Refusal[]) =>
    wantsHtml(c) ? showPassphrase(c, here, refusals) : answerRefused(c, refusals);
  const sent = await readBody(c, passphraseSchema);
  if (!sent.ok) return again(sent.refusals);
  const { account, since, assignment, secondFactor } = here;
  const changed = await changePassphrase(ownActing(c, account), account, sent.value.value);
  if (!changed.ok) return again(changed.refusals);
  await endSessions(c.var.deps.store, account.id);
  await startSession(c, changed.value, { since, assignment, secondFactor });
  return wantsHtml(c) ? c.redirect("/account?set=1", 303) : c.json({ account: account.id });
}

async function postRecovery(c: Context<WebEnv>, { account }: SignedInHere) {
  const again = (refusals: readonly Refusal[]) =>
    wantsHtml(c) ? showRecovery(c, refusals) : answerRefused(c, refusals);
  const sent = await readBody(c, codeSchema);
  if (!sent.ok) return again(sent.refusals);
  const renewed = await renewRecovery(ownActing(c, account), account, sent.value.value.code);
  if (!renewed.ok) return again(renewed.refusals);
  const recovery = renewed.value;
  return wantsHtml(c)
    ? c.html(<RecoveryPage chrome={chromeOf(c)} codes={recovery} />)
    : c.json({ recovery }, 201);
}

function showPassphrase(c: Context<WebEnv>, { account }: SignedInHere, refusals: readonly Refusal[]) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = <OwnPassphrasePage chrome={chromeOf(c)} account={account} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

function showRecovery(c: Context<WebEnv>, refusals: readonly Refusal[]) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = <RenewRecoveryPage chrome={chromeOf(c)} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
