import { accountInputSchema } from "@dunmiao/domain/account";
import { judgePassphrase } from "@dunmiao/domain/account/passphrase";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { setUp } from "@dunmiao/store/setUp";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { startSession } from "./cookie.ts";
import type { Doors } from "./doors.ts";
import { linkTo } from "./invitationRoutes.tsx";
import { SetUpDonePage, SetUpPage } from "./setUpPage.tsx";

const { number, name } = accountInputSchema.shape;
const formSchema = z.object({
  token: z.string().max(200),
  number,
  name,
  passphrase: z.string().min(1).max(200).optional(),
  securityNumber: number,
  securityName: name,
});

/** The first administrator and the first security officer, once. */
export function setUpRoutes(app: Hono<WebEnv>, doors: Doors): void {
  const { first } = doors;
  app.get("/set-up", allowEveryone("The form that names the first administrator"), (c) => {
    const token = c.req.query("token") ?? "";
    return first.isRight(token)
      ? showForm(c, doors, { values: { token }, refusals: [] })
      : answerRefused(c, [{ code: "link-not-valid" }]);
  });
  app.post(
    "/set-up",
    allowEveryone("Name the first administrator and security officer", { body: formSchema }),
    async (c) => {
      const sent = await readBody(c, formSchema);
      const { passphrase: _, ...values } = sent.ok ? sent.value.raw : sent.raw;
      const again = (refusals: readonly Refusal[]) =>
        wantsHtml(c) && first.isRight(values.token ?? "")
          ? showForm(c, doors, { values, refusals })
          : answerRefused(c, refusals);
      if (!sent.ok) return again(sent.refusals);
      const done = await carryOut(c, doors, sent.value.value);
      if (!done.ok) return again(done.refusals);
      first.onUsed();
      const { administrator, token, ownToken, endsAt } = done.value;
      if (ownToken === undefined) await startSession(c, administrator);
      const link = linkTo(c, token);
      const ownLink = ownToken === undefined ? undefined : linkTo(c, ownToken);
      if (!wantsHtml(c)) return c.json({ link, ownLink, endsAt: endsAt.toISOString() }, 201);
      const name = sent.value.value.securityName;
      return c.html(
        <SetUpDonePage chrome={chromeOf(c)} name={name} link={link} ownLink={ownLink} endsAt={endsAt} />,
      );
    },
  );
}

type Form = z.infer<typeof formSchema>;

async function carryOut(c: Context<WebEnv>, { first, hasPassphrases }: Doors, form: Form) {
  if (!first.isRight(form.token)) return refuse("link-not-valid");
  const judged = judgeGiven(form, hasPassphrases);
  if (!judged.ok) return judged;
  const { store, calendar, clock } = c.var.deps;
  return setUp(
    { store, calendar, today: c.var.today, now: clock.now() },
    {
      administrator: { number: form.number, name: form.name },
      security: { number: form.securityNumber, name: form.securityName },
      passphrase: judged.value,
    },
  );
}

/** Nobody sets a passphrase where there are none. */
function judgeGiven({ passphrase, number }: Form, hasPassphrases: boolean): Outcome<string | undefined> {
  if (!hasPassphrases)
    return passphrase === undefined ? accept(undefined) : refuse("passphrases-not-used", "passphrase");
  return passphrase === undefined ? refuse("required", "passphrase") : judgePassphrase(passphrase, number);
}

type Shown = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };

function showForm(c: Context<WebEnv>, { hasPassphrases }: Doors, { values, refusals }: Shown) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = (
    <SetUpPage chrome={chromeOf(c)} values={values} errors={errors} hasPassphrases={hasPassphrases} />
  );
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
