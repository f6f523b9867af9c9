import type { Assessment } from "@dunmiao/domain/assessment";
import { acceptForm, returnForm } from "@dunmiao/domain/assessment/decideForm";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import type { Change, Ground } from "@dunmiao/domain/change";
import { hashOf } from "@dunmiao/domain/event";
import type { Outcome } from "@dunmiao/domain/refusal";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { wantsHtml } from "../wants.ts";
import { acceptanceForm, returnForm as returnBody } from "./form.ts";
import { groundOfUrl, wordsOf } from "./load.ts";
import { type FailedDecision, ReadPage } from "./readPage.tsx";
import { formView, toldForm } from "./told.ts";
import { valuesOf } from "./values.ts";

const path = "/secondments/:id/assessments/:fid";

/** Reading a form that was filed, and deciding on it. */
export function decisionRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("read-secondment", "A filed form with its words and history"), (c) => showFiled(c));
  decisionRoute(app, { act: "return", form: returnBody, rule: returnForm });
  decisionRoute(app, { act: "accept", form: acceptanceForm, rule: acceptForm });
}

type FormAct<T> = {
  act: "return" | "accept";
  form: z.ZodType<T>;
  rule: (ground: Ground, id: string, input: T) => Outcome<Change>;
};

function decisionRoute<T>(app: Hono<WebEnv>, { act, form, rule }: FormAct<T>) {
  app.post(`${path}/${act}`, allow("decide-form"), async (c) => {
    const fid = c.req.param("fid");
    const input = await readBody(c, form);
    if (!input.ok) {
      const { raw: values, refusals } = input;
      return wantsHtml(c) ? showFiled(c, { act, values, refusals }) : answerRefused(c, refusals);
    }
    const { value, raw: values, use } = input.value;
    const told = await toldForm(c, ({ id }) => id === fid, 200);
    const changed = await changeInScope(c, (ground) => rule(ground, fid, value), onceOf(use, told));
    return answerChanged(c, changed, told, (refusals) => showFiled(c, { act, values, refusals }));
  });
}

/** The form of the URL with its words, and a refused decision if there is one. */
async function showFiled(c: Context<WebEnv>, failed?: FailedDecision) {
  const ground = await groundOfUrl(c);
  const entry = ground?.secondment.assessments.find(({ id }) => id === c.req.param("fid"));
  if (!ground || !entry) return answerProblem(c, ground ? "unknown-assessment" : "not-found");
  if (!mayRead(ground.actor, entry)) return answerProblem(c, "not-final-yet");
  const words = await wordsOf(c, ground.secondment.id, entry);
  const isWhole = isAsSubmitted(entry, words);
  if (!wantsHtml(c)) return c.json({ ...formView(entry), words, isWhole });
  const props = { chrome: chromeOf(c), ground, entry, values: valuesOf(words ?? {}), isWhole, failed };
  return c.html(<ReadPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}

/** Whether the words beside the record are those whose hash it keeps. */
function isAsSubmitted({ text }: Assessment, words: Readonly<Record<string, unknown>> | undefined): boolean {
  return text === undefined || (words !== undefined && hashOf(words) === text.hash);
}
