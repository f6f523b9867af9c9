import type { Officer } from "@dunmiao/domain/officer";
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
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Once } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
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
  mountAct(app, {
    path: "/officers/:serviceNumber/corrections",
    permission: "correct-officer",
    form: officerCorrectionForm,
    summary: "Correct facts of an officer; waits for another person while a secondment carries them",
    told: () => toldAs(201),
    change: async (c, input, once) => {
      const units = await currentUnits(c, input.homeUnit);
      const rule: CorrectionRequest["rule"] = (ground) => proposeCorrection(ground, input);
      return changeCorrection(actingOf(c), { serviceNumber: numberOf(c), rule, units, once });
    },
    show: (c, { values, refusals }) => showForm(c, numberOf(c), values, refusals),
  });
  mergeRoutes(app);
  decisionRoutes(app);
}

/** The acts on what waits, a correction and a merge alike. */
function decisionRoutes(app: Hono<WebEnv>): void {
  const told = () => toldAs(200);
  mountAct(app, {
    path: "/officers/:serviceNumber/corrections/:id/decide",
    permission: "decide-officer-correction",
    form: correctionDecisionForm,
    summary: "Approve or reject a correction",
    told,
    change: (c, input, once) => decide(c, (ground, id) => decideCorrection(ground, { id, ...input }), once),
    show: (c, refused) => showOfficer(c, numberOf(c), refused),
  });
  mountAct(app, {
    path: "/officers/:serviceNumber/corrections/:id/withdraw",
    permission: "correct-officer",
    form: correctionWithdrawalForm,
    summary: "Take a correction back",
    told,
    change: (c, _, once) => decide(c, (ground, id) => withdrawCorrection(ground, id), once),
    show: (c, { refusals }) => showOfficer(c, numberOf(c), { values: {}, refusals }),
  });
}

type Ground = Parameters<CorrectionRequest["rule"]>[0];

async function decide(
  c: Context<WebEnv>,
  ruleOn: (ground: Ground, id: string) => ReturnType<CorrectionRequest["rule"]>,
  once: Once<Officer> | undefined,
) {
  const rule: CorrectionRequest["rule"] = (ground) => ruleOn(ground, c.req.param("id") ?? "");
  const units = await currentUnits(c);
  return changeCorrection(actingOf(c), { serviceNumber: numberOf(c), rule, units, once });
}

function numberOf(c: Context<WebEnv>): string {
  return c.req.param("serviceNumber") ?? "";
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
