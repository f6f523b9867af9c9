import type { Refusal } from "@dunmiao/domain/refusal";
import { checkSealed, type SpotCheck } from "@dunmiao/domain/spotCheck";
import { loadRecord } from "@dunmiao/store/engine/record";
import { cancelCheck, spotCheckNoun } from "@dunmiao/store/spotCheck";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { CancelPage } from "./cancelPage.tsx";
import { cancellationForm } from "./form.ts";
import { spotCheckView } from "./view.ts";

const path = "/spot-checks/:id/cancel";
const told: Told<SpotCheck> = {
  status: 200,
  location: ({ id }) => `/spot-checks/${id}`,
  body: spotCheckView,
};

/** Cancelling a check before its reveal: form and act. */
export function cancelRoutes(app: Hono<WebEnv>) {
  app.get(path, allow("run-spot-checks", "Form that cancels a spot check"), (c) => showCancel(c, {}, []));
  mountAct(app, {
    path,
    permission: "run-spot-checks",
    form: cancellationForm,
    summary: "Cancel a spot check before its reveal",
    told: () => told,
    change: (c, input, once) => cancelCheck(actingOf(c), { id: c.req.param("id") ?? "", once }, input),
    show: (c, { values, refusals }) => showCancel(c, values, refusals),
  });
}

/** The form, or the refusal where there is nothing to cancel any more. */
async function showCancel(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const check = await loadRecord(c.var.deps.store, spotCheckNoun, c.req.param("id") ?? "");
  if (!check) return answerProblem(c, "not-found");
  const open = checkSealed(check);
  if (!open.ok) return answerRefused(c, open.refusals);
  if (!wantsHtml(c)) return c.json(spotCheckView(check));
  const props = { chrome: chromeOf(c), check, values, refusals };
  return c.html(<CancelPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
