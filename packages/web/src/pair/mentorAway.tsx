import type { Pair } from "@dunmiao/domain/pair";
import type { Refusal } from "@dunmiao/domain/refusal";
import { mentorAway } from "@dunmiao/store/mentorAway";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { type Act, mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf, formKey } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { mentorAwayForm, mentorAwayReasons } from "./form.ts";
import { toldOf } from "./pairAct.ts";

const path = "/pairs/mentor-away";

const leaving: Act<z.infer<typeof mentorAwayForm>, Pair> = {
  path,
  permission: "substitute-mentor",
  summary: "Say of a mentor that they are away: each of their pairs is without one from that day on",
  form: mentorAwayForm,
  change: async (c, { mentor, ...gone }, once) =>
    mentorAway(actingOf(c), { serviceNumber: mentor, ...gone }, once),
  told: (c, { mentor }) => ({
    ...toldOf(c, 200),
    location: () => `/pairs?mentor=${encodeURIComponent(mentor)}`,
  }),
  show: (c, { values, refusals }) => showForm(c, values, refusals),
};

/** A mentor who is away, with every pair of theirs at once. */
export function mentorAwayRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("substitute-mentor", "Form that says of a mentor that they are away"), (c) =>
    showForm(c, { from: c.var.today }, []),
  );
  mountAct(app, leaving);
}

function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const { text } = c.var;
  const words = text.pairPage;
  const errors = fieldMessages(text, refusals);
  const field = bindFields({ text, values, errors });
  return c.html(
    <Layout
      chrome={chromeOf(c)}
      title={words.mentorAway}
      section="pairs"
      back={{ href: "/pairs", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.mentorAwayIntro}</p>
      <PostForm action={path} idempotencyKey={formKey()}>
        <TextField {...field("mentor")} label={words.mentor} hint={words.numberHint} width={10} />
        <SelectField
          {...field("why")}
          label={words.why}
          prompt={text.form.choose}
          options={mentorAwayReasons.map((value) => ({ value, label: words.awayBecause[value] }))}
        />
        <DateField {...field("from")} label={words.awayFrom} />
        <DateField {...field("to")} label={text.form.optional({ label: words.awayTo })} />
        <Button>{text.common.submit}</Button>
      </PostForm>
    </Layout>,
    refusals.length > 0 ? statusOf(refusals) : 200,
  );
}
