import type { Refusal } from "@dunmiao/domain/refusal";
import { endEarly } from "@dunmiao/domain/term/endEarly";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct } from "../secondment/mountCaseAct.ts";
import { toldSecondment } from "../secondment/told.ts";
import { EarlyEndPage } from "./earlyEndPage.tsx";
import { earlyEndForm } from "./form.ts";

/** The end of a term before its last day: completed, cancelled, or withdrawn before it began. */
export function earlyEndRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/end-early", allow("end-early", "Form that ends a term early"), (c) =>
    show(c, { on: c.var.today }),
  );
  mountCaseAct(app, {
    path: "/secondments/:id/end-early",
    act: { permission: "end-early", rule: (ground, _, input) => endEarly(ground, input) },
    form: earlyEndForm,
    summary: "End a term early",
    told: (c) => toldSecondment(c, ""),
    show: (c, { values, refusals }) => show(c, values, refusals),
  });
  return app;
}

async function show(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[] = [],
) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const page = (
    <EarlyEndPage chrome={chromeOf(c)} record={found.record} values={values} refusals={refusals} />
  );
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
