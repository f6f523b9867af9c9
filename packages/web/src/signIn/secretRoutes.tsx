import type { Refusal } from "@dunmiao/domain/refusal";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, leadOn, mountFormAt } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { type SignedInHere, startSession } from "./cookie.ts";
import { RecoveryPage } from "./factorPage.tsx";
import { own, ownPlace } from "./own.ts";
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
  mountFormAt(app, ownPlace, {
    path: "/account/passphrase",
    permission: "everyone",
    summary: "Change one's own passphrase; one's other sessions end",
    reader: bodyOf(passphraseSchema),
    work: async (c, { place: { account, since, assignment, secondFactor }, input }) => {
      const changed = await changePassphrase(ownActing(c, account), account, input);
      if (!changed.ok) return changed;
      await endSessions(c.var.deps.store, account.id);
      await startSession(c, changed.value, { since, assignment, secondFactor });
      return leadOn(c, "/account?set=1", { account: account.id });
    },
    show: (c, { refusals }, { place }) => showPassphrase(c, place, refusals),
  });
  app.get(
    "/account/recovery-codes",
    allowEveryone("Form that makes new recovery codes"),
    own((c, { account }) => (account.hasSecondFactor ? showRecovery(c, []) : answerProblem(c, "not-found"))),
  );
  mountFormAt(app, ownPlace, {
    path: "/account/recovery-codes",
    permission: "everyone",
    summary: "Make new recovery codes; those of before work no more",
    reader: bodyOf(codeSchema),
    work: async (c, { place: { account }, input }) => {
      const renewed = await renewRecovery(ownActing(c, account), account, input.code);
      return renewed.ok ? answerRecovery(c, renewed.value) : renewed;
    },
    show: (c, { refusals }) => showRecovery(c, refusals),
  });
}

/** New recovery codes, shown this once. */
export function answerRecovery(c: Context<WebEnv>, recovery: readonly string[]) {
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
