import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { correctablePick } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { type DrawnPerson, openPick } from "@dunmiao/domain/spotCheck/spotCheckResult";
import type { Changed } from "@dunmiao/store/engine/change";
import { loadRecord } from "@dunmiao/store/engine/record";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { correctResult, recordResult, type Whom } from "@dunmiao/store/spotCheckResult";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { correctedOf, correctionForm, foundOf, resultForm } from "./form.ts";
import { ResultPage } from "./resultPage.tsx";
import { peopleOnList, personName, spotCheckView } from "./view.ts";

const path = "/spot-checks/:id/results/:secondmentId";

/** The result of one who was drawn, and its correction: forms and acts. */
export function resultRoutes(app: Hono<WebEnv>) {
  app.get(path, allow("run-spot-checks", "Form of a result"), (c) => showPick(c, openPick));
  app.post(path, allow("run-spot-checks"), (c) => {
    const write = (whom: Whom, body: z.infer<typeof resultForm>) =>
      recordResult(actingOf(c), whom, foundOf(body));
    return answerPick(c, openPick, { form: resultForm, write });
  });
  app.get(`${path}/correct`, allow("run-spot-checks", "Form that corrects a result"), (c) =>
    showPick(c, correctablePick),
  );
  app.post(`${path}/correct`, allow("run-spot-checks"), (c) => {
    const write = (whom: Whom, body: z.infer<typeof correctionForm>) =>
      correctResult(actingOf(c), whom, correctedOf(body));
    return answerPick(c, correctablePick, { form: correctionForm, write });
  });
}

type PickOf = (check: SpotCheck, secondmentId: string) => Outcome<DrawnPerson>;
type Act<T> = { form: z.ZodType<T>; write: (whom: Whom, body: T) => Promise<Changed<SpotCheck>> };

async function answerPick<T>(c: Context<WebEnv>, pickOf: PickOf, { form, write }: Act<T>) {
  const input = await readBody(c, form);
  const values = input.ok ? input.value.raw : input.raw;
  const show = (refusals: readonly Refusal[]) => showPick(c, pickOf, { values, refusals });
  if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
  const { value, use } = input.value;
  const { id = "", secondmentId = "" } = c.req.param();
  const location = (check: SpotCheck) => `/spot-checks/${check.id}#p-${secondmentId}`;
  const told: Told<SpotCheck> = { status: 200, location, body: spotCheckView };
  return answerChanged(c, await write({ id, secondmentId, once: onceOf(use, told) }, value), told, show);
}

type Given = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };

/** The form, or the refusal where there is nothing to record or to correct. */
async function showPick(
  c: Context<WebEnv>,
  pickOf: PickOf,
  { values, refusals }: Given = { values: {}, refusals: [] },
) {
  const { id = "", secondmentId = "" } = c.req.param();
  const check = await loadRecord(c.var.deps.store, spotCheckNoun, id);
  if (!check) return answerProblem(c, "not-found");
  const pick = pickOf(check, secondmentId);
  if (!pick.ok) return answerRefused(c, pick.refusals);
  if (!wantsHtml(c)) return c.json(pick.value);
  const person = personName(c.var.text, await peopleOnList(c.var.deps, check), secondmentId);
  const given = { from: check.on, to: check.on, ...values };
  const { result } = pick.value;
  const props = { chrome: chromeOf(c), check, secondmentId, person, result, values: given, refusals };
  return c.html(<ResultPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
