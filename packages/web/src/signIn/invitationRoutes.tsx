import type { Account } from "@dunmiao/domain/account";
import { judgePassphrase } from "@dunmiao/domain/account/passphrase";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { accountNoun } from "@dunmiao/store/account";
import { linkHash, linkUse, loadLink } from "@dunmiao/store/accountLink";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { credentialWrite, loadCredential } from "@dunmiao/store/credential";
import { systemActor } from "@dunmiao/store/engine/acting";
import { loadRecord } from "@dunmiao/store/engine/record";
import { hashPassphrase } from "@dunmiao/store/passphrase";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, leadOn, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { endSession } from "./cookie.ts";
import { type Doors, takesPassphrase } from "./doors.ts";
import { InvitationPage } from "./invitationPage.tsx";
import { askedBeside, proveHand } from "./proveHand.ts";

const formSchema = z.object({
  token: z.string().min(1).max(200),
  passphrase: z.string().min(1).max(200),
  code: z.string().trim().max(60).optional(),
});
type Form = z.infer<typeof formSchema>;

/** The address that is handed to a person. */
export function linkTo(c: Context<WebEnv>, token: string): string {
  return `${c.var.deps.origin ?? ""}/invitation?token=${token}`;
}

/** A one-time link: its form, and the passphrase that it sets. */
export function invitationRoutes(app: Hono<WebEnv>, doors: Doors): void {
  app.get("/invitation", allowEveryone("The form behind a one-time link"), async (c) => {
    const token = c.req.query("token") ?? "";
    return showForm(c, doors, { token, refusals: [] });
  });
  mountForm(app, {
    path: "/invitation",
    permission: "everyone",
    summary: "Set a passphrase with a one-time link",
    reader: bodyOf(formSchema),
    work: async (c, { input }) => {
      const set = await setPassphrase(c, input, doors);
      if (!set.ok) return set;
      await endSession(c);
      return leadOn(c, "/sign-in?set=1", { account: set.value.id });
    },
    show: (c, { values: { token = "" }, refusals }) => showForm(c, doors, { token, refusals }),
  });
}

/** Uses the link up in the transaction that sets the passphrase; every session of the account is over. */
async function setPassphrase(
  c: Context<WebEnv>,
  { token, passphrase, code = "" }: Form,
  doors: Doors,
): Promise<Outcome<Account>> {
  const { store, calendar, clock } = c.var.deps;
  const now = clock.now();
  const name = linkHash(token);
  const found = await loadLink(store, name, now);
  const person = found && (await loadRecord(store, accountNoun, found.account));
  if (!found || !person) return refuse("link-not-valid");
  if (!takesPassphrase(person, doors)) return refuse("passphrases-not-used");
  const judged = judgePassphrase(passphrase, found.account);
  if (!judged.ok) return judged;
  const proven = await proveHand(store, { link: found, account: person, code }, now);
  if (!proven.ok) return proven;
  const hashed = await hashPassphrase(passphrase);
  // Nobody acts in a role before they have signed in.
  const actor = { ...systemActor(person.id), name: person.name };
  const acting = { store, calendar, actor, today: c.var.today, now };
  const changed = await changeAccount(acting, { id: found.account }, async (account) => {
    const [link, credential] = await Promise.all([
      loadLink(store, name, now),
      loadCredential(store, account.id),
    ]);
    if (!link || account.status !== "active") return refuse("link-not-valid");
    const next = { totp: credential?.totp, recovery: credential?.recovery ?? [], passphrase: hashed };
    return accept({
      after: account,
      event: { type: "account.passphrase-set", change: { with: "link" } } as const,
      beside: [credentialWrite(account.id, credential, next), linkUse(name, link, now), ...proven.value],
    });
  });
  if (changed.outcome !== "committed")
    return changed.outcome === "refused"
      ? { ok: false, refusals: changed.refusals }
      : refuse("link-not-valid");
  await endSessions(store, found.account);
  return accept(changed.record);
}

async function showForm(
  c: Context<WebEnv>,
  doors: Doors,
  { token, refusals }: { token: string; refusals: readonly Refusal[] },
) {
  const { store, clock } = c.var.deps;
  const link = token === "" ? undefined : await loadLink(store, linkHash(token), clock.now());
  const account = link && (await loadRecord(store, accountNoun, link.account));
  if (!link || account?.status !== "active") return answerRefused(c, [{ code: "link-not-valid" }]);
  const errors = fieldMessages(c.var.text, refusals);
  const asked = askedBeside(link, account);
  const props = { chrome: chromeOf(c), account, token, errors, doors, asked };
  const page = <InvitationPage {...props} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
