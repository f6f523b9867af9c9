import { monthDays } from "@dunmiao/domain/assessment/daysOfMonth";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { checkForm, type FormInput } from "@dunmiao/domain/assessment/formInput";
import { mayFile, mayRead } from "@dunmiao/domain/assessment/mayFile";
import { accept, type Outcome, type Refusal } from "@dunmiao/domain/refusal";
import type { Draft } from "@dunmiao/store/draft";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { type Body, readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { wantsHtml } from "../wants.ts";
import { CheckPage } from "./checkPage.tsx";
import { keepDraft } from "./draft.ts";
import { checkedBody, filedBody, looseBody } from "./form.ts";
import { FormPage, formUrl, savedOf } from "./formPage.tsx";
import { groundOfUrl, type OpenForm, openForm, refOf } from "./load.ts";
import { monthOf } from "./month.ts";
import { toldForm } from "./told.ts";
import { inputOf, partsOf, partsOfValues, type Values, valuesOf } from "./values.ts";

const path = "/secondments/:id/checkpoints/:key/forms/:by";
const checking = allow("file-form", "Keep the draft and say what would be submitted, or what is missing", {
  body: checkedBody,
});

/** Writing a form: its page, its draft, the check, submitting it. */
export function fileRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("read-secondment", "A form of a checkpoint, with the draft of it"), showForm);
  app.post(
    path,
    allow("file-form", "Submit a form, or keep it as a draft", { body: filedBody }),
    async (c) => {
      const sent = await sentForm(c);
      if (!sent.ok) return answerRefused(c, sent.refusals);
      if (sent.value.act === "again") return showAgain(c, sent.value);
      return sent.value.act === "draft" ? answerDraft(c, sent.value) : submit(c, sent.value);
    },
  );
  app.get(`${path}/check`, allow("file-form", "What would be submitted"), showCheck);
  app.post(`${path}/check`, checking, async (c) => {
    const sent = await sentForm(c);
    if (!sent.ok) return answerRefused(c, sent.refusals);
    return sent.value.act === "again" ? showAgain(c, sent.value) : check(c, sent.value);
  });
}

/** A form as it was sent, right or wrong, and the form that it is for. */
type Sent = {
  open: OpenForm;
  act: z.infer<typeof looseBody>["act"];
  values: Values;
  input: Outcome<FormInput>;
  seen: number | undefined;
  use: Body<unknown>["use"];
};

async function sentForm(c: Context<WebEnv>): Promise<Outcome<Sent>> {
  const body = await readBody(c, looseBody, { showsAgain: true });
  if (!body.ok) return body;
  const open = await openForm(c);
  if (!open.ok) return open;
  const { act, draft, ...given } = body.value.value;
  const parts = partsOf(given);
  return accept({
    open: open.value,
    act,
    values: valuesOf(parts),
    input: inputOf(parts),
    seen: draft,
    use: body.value.use,
  });
}

async function showForm(c: Context<WebEnv>) {
  const opened = await openForm(c);
  if (!opened.ok) {
    const readAt = wantsHtml(c) && (await whereRead(c));
    return readAt ? c.redirect(readAt, 303) : answerRefused(c, opened.refusals);
  }
  const open = opened.value;
  const { ground, ref, entry, draft, values, checkpoint, form } = open;
  const may = mayFile(ground, ref);
  if (!wantsHtml(c)) {
    const refusal = may.ok ? {} : { refusal: may.refusals[0] };
    const month =
      form === "attendance" ? { month: monthDays(ground.secondment, monthOf(ref.key), ground) } : {};
    return c.json({
      checkpoint,
      form,
      by: ref.by,
      assessment: entry,
      draft,
      mayFile: may.ok,
      ...month,
      ...refusal,
    });
  }
  if (!may.ok) {
    // A form that is in is read; a month whose ledger changed since is confirmed here once more.
    const isIn = entry?.state === "submitted" || entry?.state === "final";
    if (isIn) return c.redirect(`/secondments/${ground.secondment.id}/assessments/${entry.id}`, 303);
    return answerRefused(c, may.refusals);
  }
  const isSaved = c.req.query("saved") !== undefined;
  return c.html(<FormPage chrome={chromeOf(c)} open={open} values={values} isSaved={isSaved} />);
}

/** Where a form that somebody else handed in is read; who may not read it yet comes to the checkpoints of the case. */
async function whereRead(c: Context<WebEnv>): Promise<string | undefined> {
  const ref = refOf(c);
  const ground = await groundOfUrl(c);
  const entry = ground?.secondment.assessments.find(
    ({ checkpoint, by }) => checkpoint === ref?.key && by === ref.by,
  );
  if (!ground || !entry || (entry.state !== "submitted" && entry.state !== "final")) return undefined;
  const url = `/secondments/${ground.secondment.id}`;
  return mayRead(ground.actor, entry) ? `${url}/assessments/${entry.id}` : `${url}#checkpoints`;
}

/** The page of a form that was kept over the end of a session, as it was typed. */
function showAgain(c: Context<WebEnv>, sent: Sent) {
  return showRefused(c, sent, { refusals: [{ code: "kept-again" }] });
}

/** The page of the form with what was typed and why it was refused. */
function showRefused(
  c: Context<WebEnv>,
  { open, values }: Pick<Sent, "open" | "values">,
  failed: { refusals: readonly Refusal[]; standing?: Draft },
) {
  if (!wantsHtml(c)) return answerRefused(c, failed.refusals);
  const props = { chrome: chromeOf(c), open, values, ...failed };
  return c.html(<FormPage {...props} />, statusOf(failed.refusals));
}

async function answerDraft(c: Context<WebEnv>, sent: Sent) {
  const kept = await keepDraft(c, sent.open, sent);
  if (!kept.ok) return showRefused(c, sent, kept);
  if (wantsHtml(c)) return c.redirect(`${formUrl(sent.open)}?saved`, 303);
  return c.json({
    draft: kept.value,
    sentence: c.var.text.assessmentPage.draftBy(savedOf(c.var.text, kept.value)),
  });
}

/** Saves the draft in any case, then says what is missing, or shows what would be submitted. */
async function check(c: Context<WebEnv>, sent: Sent) {
  const kept = await keepDraft(c, sent.open, sent);
  if (!kept.ok) return showRefused(c, sent, kept);
  const { ground, form } = sent.open;
  const open = { ...sent.open, draft: kept.value, draftVersion: kept.value.version };
  const checked = sent.input.ok ? checkForm(ground, form, sent.input.value) : sent.input;
  if (!checked.ok) return showRefused(c, { open, values: sent.values }, checked);
  if (wantsHtml(c)) return c.redirect(`${formUrl(open)}/check`, 303);
  return c.json({ draft: kept.value, content: checked.value });
}

async function showCheck(c: Context<WebEnv>) {
  const opened = await openForm(c);
  if (!opened.ok) return answerRefused(c, opened.refusals);
  const open = opened.value;
  const { ground, ref, form, draft, values } = open;
  const may = mayFile(ground, ref);
  if (!may.ok) return answerRefused(c, may.refusals);
  if (!draft || form === "attendance") return c.redirect(formUrl(open), 303);
  const input = inputOf(partsOfValues(values));
  const checked = input.ok ? checkForm(ground, form, input.value) : input;
  if (!checked.ok) return showRefused(c, { open, values }, checked);
  if (!wantsHtml(c)) return c.json({ draft, content: checked.value });
  return c.html(<CheckPage chrome={chromeOf(c)} open={open} values={values} />);
}

/** Submits; what is refused stays in the draft. */
async function submit(c: Context<WebEnv>, sent: Sent) {
  const { open, input, use } = sent;
  const { ref } = open;
  const refused = async (refusals: readonly Refusal[]) => {
    if (open.form !== "attendance" && wantsHtml(c)) await keepDraft(c, open, sent);
    return showRefused(c, sent, { refusals });
  };
  if (!input.ok) return refused(input.refusals);
  const told = await toldForm(c, (each) => each.checkpoint === ref.key && each.by === ref.by, 201);
  const changed = await changeInScope(c, (ground) => submitForm(ground, ref, input.value), onceOf(use, told));
  return answerChanged(c, changed, told, refused);
}
