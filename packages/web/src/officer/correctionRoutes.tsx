import {
  decideCorrection,
  proposeCorrection,
  withdrawCorrection,
} from "@dunmiao/domain/officer/correctOfficer";
import type { Refusal } from "@dunmiao/domain/refusal";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { type CorrectionRequest, changeCorrection } from "@dunmiao/store/officerCorrection";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { CorrectPage } from "./correctPage.tsx";
import { correctionDecisionForm, correctionWithdrawalForm, officerCorrectionForm } from "./form.ts";
import { mergeRoutes } from "./mergeRoutes.tsx";
import { showOfficer } from "./show.tsx";
import { currentUnits, toldAs } from "./told.ts";

/** HR corrects what is on file of a person; the approver decides where a secondment carries it. */
export function correctionRoutes(app: Hono<WebEnv>): void {
  app.get("/officers/:serviceNumber/correct", allow("correct-officer", "Form of a correction"), (c) =>
    showForm(c, c.req.param("serviceNumber"), {}, []),
  );
  app.post("/officers/:serviceNumber/corrections", allow("correct-officer"), async (c) => {
    const serviceNumber = c.req.param("serviceNumber");
    const body = await readBody(c, officerCorrectionForm);
    const raw = body.ok ? body.value.raw : body.raw;
    const show = (refusals: readonly Refusal[]) => showForm(c, serviceNumber, raw, refusals);
    if (!body.ok) return wantsHtml(c) ? show(body.refusals) : answerRefused(c, body.refusals);
    const { value, use } = body.value;
    const told = toldAs(201);
    const rule: CorrectionRequest["rule"] = (ground) => proposeCorrection(ground, value);
    const request = { serviceNumber, rule, units: await currentUnits(c, value.homeUnit) };
    return answerChanged(
      c,
      await changeCorrection(actingOf(c), { ...request, once: onceOf(use, told) }),
      told,
      show,
    );
  });
  mergeRoutes(app);
  decisionRoutes(app);
}

/** The acts on what waits, a correction and a merge alike. */
function decisionRoutes(app: Hono<WebEnv>): void {
  const told = toldAs(200);
  app.post(
    "/officers/:serviceNumber/corrections/:id/decide",
    allow("decide-officer-correction"),
    async (c) => {
      const { serviceNumber, id } = c.req.param();
      const body = await readBody(c, correctionDecisionForm);
      const values = body.ok ? body.value.raw : body.raw;
      const show = (refusals: readonly Refusal[]) => showOfficer(c, serviceNumber, { values, refusals });
      if (!body.ok) return wantsHtml(c) ? show(body.refusals) : answerRefused(c, body.refusals);
      const { value, use } = body.value;
      const rule: CorrectionRequest["rule"] = (ground) => decideCorrection(ground, { id, ...value });
      const request = { serviceNumber, rule, units: await currentUnits(c), once: onceOf(use, told) };
      return answerChanged(c, await changeCorrection(actingOf(c), request), told, show);
    },
  );
  app.post("/officers/:serviceNumber/corrections/:id/withdraw", allow("correct-officer"), async (c) => {
    const { serviceNumber, id } = c.req.param();
    const body = await readBody(c, correctionWithdrawalForm);
    const show = (refusals: readonly Refusal[]) => showOfficer(c, serviceNumber, { values: {}, refusals });
    if (!body.ok) return wantsHtml(c) ? show(body.refusals) : answerRefused(c, body.refusals);
    const rule: CorrectionRequest["rule"] = (ground) => withdrawCorrection(ground, id);
    const once = onceOf(body.value.use, told);
    const request = { serviceNumber, rule, units: await currentUnits(c), once };
    return answerChanged(c, await changeCorrection(actingOf(c), request), told, show);
  });
}

async function showForm(
  c: Context<WebEnv>,
  serviceNumber: string,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const officer = await loadRecord(c.var.deps.store, officerNoun, serviceNumber);
  if (!officer) return answerProblem(c, "not-found");
  const props = { chrome: chromeOf(c), officer, units: await currentUnits(c), values, refusals };
  return c.html(<CorrectPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
