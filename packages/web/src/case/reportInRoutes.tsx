import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Refusal } from "@dunmiao/domain/refusal";
import { correctReportIn } from "@dunmiao/domain/term/correctReportIn";
import { confirmReportIn } from "@dunmiao/domain/term/reportIn";
import { type ReportInAct, reportInActs } from "@dunmiao/domain/term/reportInActs";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { Show } from "../act.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import {
  correctionApproval,
  correctionRejection,
  reportInCorrection,
  reportInForm,
} from "../secondment/form.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import { toldSecondment } from "../secondment/told.ts";
import { wantsHtml } from "../wants.ts";
import { type Failed, ReportInCorrectionsPage } from "./reportInCorrectionsPage.tsx";
import { ReportInPage } from "./reportInPage.tsx";

/** Confirming the day of report-in, correcting it, and deciding on a correction that waits for another person. */
export function reportInRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  confirmRoutes(app);
  decisionRoutes(app);
  return app;
}

function confirmRoutes(app: Hono<WebEnv>) {
  app.get("/secondments/:id/report-in", allow("confirm-report-in", "Form that confirms report-in"), (c) =>
    showReportIn(c, {}),
  );
  const show: Show = (c, { values, refusals }) => showReportIn(c, values, refusals);
  mountCaseAct(app, {
    path: "/secondments/:id/report-in",
    act: {
      permission: "confirm-report-in",
      rule: (ground, _, { on, lateDays }) => confirmReportIn(ground, on, lateDays),
    },
    form: reportInForm,
    summary: "Confirm report-in",
    told: (c) => toldSecondment(c, ""),
    show,
  });
  mountCaseAct(app, {
    path: "/secondments/:id/report-in/correct",
    act: { permission: "correct-report-in", rule: (ground, _, input) => correctReportIn(ground, input) },
    form: reportInCorrection,
    summary: "Correct the day of report-in",
    told: (c) => toldSecondment(c, "/report-in/corrections"),
    show,
  });
}

async function showReportIn(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[] = [],
) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const props = { chrome: chromeOf(c), record: found.record, values, refusals };
  return c.html(<ReportInPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

function decisionRoutes(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/report-in/corrections",
    allow("read-secondment", "Corrections of the day of report-in"),
    async (c) => {
      if (wantsHtml(c)) return showCorrections(c);
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      return c.json({ items: found.record.reportInCorrections });
    },
  );
  const mount = <Input,>(name: ReportInAct, posted: Posted<Input>, act: CaseAct<Input>) =>
    mountCaseAct(app, {
      ...posted,
      path: `/secondments/:id/report-in/corrections/:correction/${name}`,
      about: "correction",
      act,
      told: (c) => toldSecondment(c, "/report-in/corrections"),
      show: (c, refused) => showCorrections(c, { act: name, ...refused }),
    });
  const { approve, reject, withdraw } = reportInActs;
  const approving = "Approve a correction of report-in that waits";
  mount("approve", { form: correctionApproval, summary: approving }, approve);
  mount("reject", { form: correctionRejection, summary: "Send it back, with the reason" }, reject);
  mount("withdraw", { form: correctionApproval, summary: "Take back one's own" }, withdraw);
}

async function showCorrections(c: Context<WebEnv>, failed?: Failed) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const page = <ReportInCorrectionsPage chrome={chromeOf(c)} ground={found.ground} failed={failed} />;
  return c.html(page, failed ? statusOf(failed.refusals) : 200);
}
