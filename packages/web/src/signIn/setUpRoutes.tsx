import { accountInputSchema } from "@dunmiao/domain/account";
import { judgePassphrase } from "@dunmiao/domain/account/passphrase";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { isSetUp, setUp } from "@dunmiao/store/setUp";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { startSession } from "./cookie.ts";
import type { Doors } from "./doors.ts";
import type { FirstLink } from "./firstLink.ts";
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
  app.get("/set-up", allowEveryone("The form that names the first administrator"), async (c) => {
    const token = c.req.query("token") ?? "";
    return (await isOpenTo(c, first, token))
      ? showForm(c, doors, { values: { token }, refusals: [] })
      : answerRefused(c, [{ code: "link-not-valid" }]);
  });
  mountForm(app, {
    path: "/set-up",
    permission: "everyone",
    summary: "Name the first administrator and security officer",
    reader: bodyOf(formSchema),
    work: async (c, { input }) => {
      const done = await carryOut(c, doors, input);
      if (!done.ok) return done;
      first.onUsed();
      const { administrator, token, ownToken, endsAt } = done.value;
      if (ownToken === undefined) await startSession(c, administrator);
      const link = linkTo(c, token);
      const ownLink = ownToken === undefined ? undefined : linkTo(c, ownToken);
      if (!wantsHtml(c)) return c.json({ link, ownLink, endsAt: endsAt.toISOString() }, 201);
      const name = input.securityName;
      return c.html(
        <SetUpDonePage chrome={chromeOf(c)} name={name} link={link} ownLink={ownLink} endsAt={endsAt} />,
      );
    },
    show: (c, { values: { passphrase: _, ...values }, refusals }) =>
      first.isRight(values.token ?? "")
        ? showForm(c, doors, { values, refusals })
        : answerRefused(c, refusals),
  });
}

/** Asked of the table, for the one who has the link: of several servers over it only one was told that it was used. */
async function isOpenTo(c: Context<WebEnv>, first: FirstLink, token: string): Promise<boolean> {
  return (await first.isRight(token)) && !(await isSetUp(c.var.deps.store));
}

type Form = z.infer<typeof formSchema>;

async function carryOut(c: Context<WebEnv>, { first, hasPassphrases }: Doors, form: Form) {
  if (!(await first.isRight(form.token))) return refuse("link-not-valid");
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
