import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import { correctReportIn } from "@dunmiao/domain/term/correctReportIn";
import { approveReportIn, rejectReportIn, withdrawReportIn } from "@dunmiao/domain/term/decideReportIn";
import { confirmReportIn } from "@dunmiao/domain/term/reportIn";
import { type Context, Hono } from "hono";
import type * as z from "zod";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import {
  correctionApproval,
  correctionRejection,
  reportInCorrection,
  reportInForm,
} from "../secondment/form.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { toldSecondment } from "../secondment/told.ts";
import { wantsHtml } from "../wants.ts";
import { type Failed, ReportInCorrectionsPage } from "./reportInCorrectionsPage.tsx";
import { ReportInPage } from "./reportInPage.tsx";

/** Confirming the day of report-in, correcting it, and deciding on a correction that waits for another person. */
export function reportInRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  confirmRoutes(app);
  correctionRoute(app);
  decisionRoutes(app);
  return app;
}

function confirmRoutes(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/report-in",
    allow("confirm-report-in", "Form that confirms report-in"),
    async (c) => {
      return showReportIn(c, {});
    },
  );
  app.post("/secondments/:id/report-in", allow("confirm-report-in"), async (c) => {
    const input = await readBody(c, reportInForm);
    const show = (refusals: readonly Refusal[]) =>
      showReportIn(c, input.ok ? input.value.raw : input.raw, refusals);
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = await toldSecondment(c, "");
    const changed = await changeInScope(
      c,
      (ground) => confirmReportIn(ground, value.on, value.lateDays),
      onceOf(use, told),
    );
    return answerChanged(c, changed, told, show);
  });
}

function correctionRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/report-in/correct", allow("correct-report-in"), async (c) => {
    const input = await readBody(c, reportInCorrection);
    const show = (refusals: readonly Refusal[]) =>
      showReportIn(c, input.ok ? input.value.raw : input.raw, refusals);
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = await toldSecondment(c, "/report-in/corrections");
    const changed = await changeInScope(c, (ground) => correctReportIn(ground, value), onceOf(use, told));
    return answerChanged(c, changed, told, show);
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
  decisionRoute(app, "approve", correctionApproval, approveReportIn);
  decisionRoute(app, "reject", correctionRejection, rejectReportIn);
  decisionRoute(app, "withdraw", correctionApproval, withdrawReportIn);
}

function decisionRoute<T>(
  app: Hono<WebEnv>,
  act: Failed["act"],
  form: z.ZodType<T>,
  rule: (ground: Ground, id: string, input: T) => Outcome<Change>,
) {
  app.post(
    `/secondments/:id/report-in/corrections/:correction/${act}`,
    allow("decide-report-in"),
    async (c) => {
      const correction = c.req.param("correction");
      const input = await readBody(c, form);
      const values = input.ok ? input.value.raw : input.raw;
      const show = (refusals: readonly Refusal[]) => showCorrections(c, { act, values, refusals });
      if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
      const { value, use } = input.value;
      const told = await toldSecondment(c, "/report-in/corrections");
      const changed = await changeInScope(c, (ground) => rule(ground, correction, value), onceOf(use, told));
      return answerChanged(c, changed, told, show);
    },
  );
}

async function showCorrections(c: Context<WebEnv>, failed?: Failed) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const page = <ReportInCorrectionsPage chrome={chromeOf(c)} ground={found.ground} failed={failed} />;
  return c.html(page, failed ? statusOf(failed.refusals) : 200);
}
