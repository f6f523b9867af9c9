import { monthDays } from "@dunmiao/domain/assessment/daysOfMonth";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { checkForm, type FormInput } from "@dunmiao/domain/assessment/formInput";
import { mayFile, mayRead } from "@dunmiao/domain/assessment/mayFile";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Draft } from "@dunmiao/store/draft";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { type BodyOutcome, readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import type { Refused } from "../ui/oneOfForms.ts";
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

/** Writing a form: its page, its draft, the check, submitting it. */
export function fileRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("read-secondment", "A form of a checkpoint, with the draft of it"), showForm);
  mountForm(app, {
    path,
    permission: "file-form",
    summary: "Submit a form, or keep it as a draft",
    reader: { reads: { body: filedBody }, read: sentForm },
    work: async (c, { input: sent, use }) => {
      if (sent.act === "again") return refuse("kept-again");
      return sent.act === "draft" ? answerDraft(c, sent) : submit(c, sent, use);
    },
    show: showSent,
  });
  app.get(`${path}/check`, allow("file-form", "What would be submitted"), showCheck);
  mountForm(app, {
    path: `${path}/check`,
    permission: "file-form",
    summary: "Keep the draft and say what would be submitted, or what is missing",
    reader: { reads: { body: checkedBody }, read: sentForm },
    work: async (c, { input: sent }) => (sent.act === "again" ? refuse("kept-again") : check(c, sent)),
    show: showSent,
  });
}

/** A form as it was sent, right or wrong, and the form that it is for. */
type Sent = {
  open: OpenForm;
  act: z.infer<typeof looseBody>["act"];
  values: Values;
  input: Outcome<FormInput>;
  seen: number | undefined;
};

async function sentForm(c: Context<WebEnv>): Promise<BodyOutcome<Sent>> {
  const body = await readBody(c, looseBody, { showsAgain: true });
  if (!body.ok) return body;
  const { raw, use, value } = body.value;
  const open = await openForm(c);
  if (!open.ok) return { ok: false, refusals: open.refusals, raw };
  const { act, draft, ...given } = value;
  const parts = partsOf(given);
  const sent = { open: open.value, act, values: valuesOf(parts), input: inputOf(parts), seen: draft };
  return { ok: true, value: { value: sent, raw, use } };
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

/** The page of the form as it was sent, where it was one. */
function showSent(c: Context<WebEnv>, { refusals }: Refused, { input }: { input: Sent | undefined }) {
  return input ? showRefused(c, input, { refusals }) : answerRefused(c, refusals);
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
async function submit(c: Context<WebEnv>, sent: Sent, use: KeyUse | undefined) {
  const { open, input } = sent;
  const answer = input.ok ? await submitInput(c, open, { input: input.value, use }) : input;
  if (!(answer instanceof Response) && open.form !== "attendance" && wantsHtml(c))
    await keepDraft(c, open, sent);
  return answer;
}

async function submitInput(
  c: Context<WebEnv>,
  { ref }: OpenForm,
  { input, use }: { input: FormInput; use: KeyUse | undefined },
) {
  const told = await toldForm(c, (each) => each.checkpoint === ref.key && each.by === ref.by, 201);
  const changed = await changeInScope(c, (ground) => submitForm(ground, ref, input), onceOf(use, told));
  return answerChanged(c, changed, told);
}
