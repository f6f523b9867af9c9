import type { Refusal } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { openPick } from "@dunmiao/domain/spotCheckResult";
import { loadRecord } from "@dunmiao/store/record";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { recordResult } from "@dunmiao/store/spotCheckResult";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { foundOf, resultForm } from "./form.ts";
import { ResultPage } from "./resultPage.tsx";
import { spotCheckActors } from "./roles.ts";
import { peopleOnList, personName, spotCheckView } from "./view.ts";

const path = "/spot-checks/:id/results/:secondmentId";

/** The result of one who was drawn: form and act. */
export function resultRoutes(app: Hono<WebEnv>) {
  app.get(path, allow(...spotCheckActors), (c) => showResult(c, {}, []));
  app.post(path, allow(...spotCheckActors), async (c) => {
    const input = await readBody(c, resultForm);
    const raw = input.ok ? input.value.raw : input.raw;
    const show = (refusals: readonly Refusal[]) => showResult(c, raw, refusals);
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const { id, secondmentId } = c.req.param();
    const told: Told<SpotCheck> = {
      status: 200,
      location: (check) => `/spot-checks/${check.id}#p-${secondmentId}`,
      body: spotCheckView,
    };
    const of = { id, secondmentId, once: onceOf(use, told) };
    return answerChanged(c, await recordResult(actingOf(c), of, foundOf(value)), told, show);
  });
}

/** The form, or the refusal where there is nothing to record any more. */
async function showResult(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const { id = "", secondmentId = "" } = c.req.param();
  const check = await loadRecord(c.var.deps.store, spotCheckNoun, id);
  if (!check) return answerProblem(c, 404, "not-found");
  const open = openPick(check, secondmentId);
  if (!open.ok) return answerRefused(c, open.refusals);
  if (!wantsHtml(c)) return c.json(open.value);
  const person = personName(await peopleOnList(c.var.deps, check), secondmentId);
  const given = { from: check.on, to: check.on, ...values };
  const props = { chrome: chromeOf(c), check, secondmentId, person, values: given, refusals };
  return c.html(<ResultPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
