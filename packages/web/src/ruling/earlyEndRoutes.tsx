import type { Refusal } from "@dunmiao/domain/refusal";
import { endEarly } from "@dunmiao/domain/term/endEarly";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { toldSecondment } from "../secondment/told.ts";
import { wantsHtml } from "../wants.ts";
import { EarlyEndPage } from "./earlyEndPage.tsx";
import { earlyEndForm } from "./form.ts";

/** The end of a term before its last day: completed, cancelled, or withdrawn before it began. */
export function earlyEndRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/end-early", allow("end-early", "Form that ends a term early"), (c) =>
    show(c, { on: c.var.today }),
  );
  app.post("/secondments/:id/end-early", allow("end-early"), async (c) => {
    const input = await readBody(c, earlyEndForm);
    if (!input.ok)
      return wantsHtml(c) ? show(c, input.raw, input.refusals) : answerRefused(c, input.refusals);
    const { value, raw, use } = input.value;
    const told = await toldSecondment(c, "");
    const changed = await changeInScope(c, (ground) => endEarly(ground, value), onceOf(use, told));
    return answerChanged(c, changed, told, (refusals) => show(c, raw, refusals));
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
