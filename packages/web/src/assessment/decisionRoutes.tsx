import type { Assessment } from "@dunmiao/domain/assessment";
import { type FormAct, formActs } from "@dunmiao/domain/assessment/acts";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import type { CaseAct } from "@dunmiao/domain/caseAct";
import { hashOf } from "@dunmiao/domain/event";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import { wantsHtml } from "../wants.ts";
import { acceptanceForm, returnForm } from "./form.ts";
import { groundOfUrl, wordsOf } from "./load.ts";
import { type FailedDecision, ReadPage } from "./readPage.tsx";
import { formView, toldForm } from "./told.ts";
import { valuesOf } from "./values.ts";

const path = "/secondments/:id/assessments/:fid";

/** Reading a form that was filed, and deciding on it. */
export function decisionRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("read-secondment", "A filed form with its words and history"), (c) => showFiled(c));
  actRoutes(app);
}

function actRoutes(app: Hono<WebEnv>) {
  const mount = <Input,>(name: FormAct, act: CaseAct<Input>, posted: Posted<Input>) =>
    mountCaseAct(app, {
      ...posted,
      path: `${path}/${name}`,
      about: "fid",
      act,
      told: (c) => toldForm(c, ({ id }) => id === c.req.param("fid"), 200),
      show: (c, refused) => showFiled(c, { act: name, ...refused }),
    });
  mount("return", formActs.return, { form: returnForm, summary: "Send a form back" });
  mount("accept", formActs.accept, { form: acceptanceForm, summary: "Make a form final" });
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
