import { previewAbsence } from "@dunmiao/domain/previewAbsence";
import { recordAbsence } from "@dunmiao/domain/recordAbsence";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { answerChanged, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { answerProblem, answerRefused } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { type Decision, decisions } from "./decisions.ts";
import { absenceForm } from "./form.ts";

const recorders = ["hr", "station", "branch", "approver", "inspector", "officer"] as const;

/** Absences: preview, record, and every act on one. */
export function absenceRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post("/secondments/:id/absences/preview", allow(...recorders), async (c) => {
    const input = await readBody(c, absenceForm);
    if (!input.ok) return answerRefused(c, input.refusals);
    const found = await secondmentInScope(c);
    if (!found) return answerProblem(c, 404, "not-found");
    const ground = { ...found, secondment: found.record, actor: actorOf(c), today: c.var.today };
    const preview = previewAbsence(ground, input.value.value);
    return preview.ok ? c.json(preview.value) : answerRefused(c, preview.refusals);
  });
  app.post("/secondments/:id/absences", allow(...recorders), async (c) => {
    const input = await readBody(c, absenceForm);
    if (!input.ok) return answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = toldAbsence(c, (record) => record.absences.at(-1)?.id ?? "", 201);
    return answerChanged(
      c,
      await changeInScope(c, (ground) => recordAbsence(ground, value), { use, told }),
      told,
    );
  });
  decisionRoute(app, "approve", decisions.approve);
  decisionRoute(app, "reject", decisions.reject);
  decisionRoute(app, "confirm", decisions.confirm);
  decisionRoute(app, "contest", decisions.contest);
  decisionRoute(app, "amend", decisions.amend);
  decisionRoute(app, "void", decisions.void);
  return app;
}

function decisionRoute<T>(
  app: Hono<WebEnv>,
  act: keyof typeof decisions,
  { roles, form, rule }: Decision<T>,
) {
  app.post(`/secondments/:id/absences/:absenceId/${act}`, allow(...roles), async (c) => {
    const absenceId = c.req.param("absenceId");
    const input = await readBody(c, form);
    if (!input.ok) return answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = toldAbsence(c, () => absenceId, 200);
    const changed = await changeInScope(c, (ground) => rule(ground, absenceId, value), { use, told });
    return answerChanged(c, changed, told);
  });
}

function toldAbsence(
  c: Context<WebEnv>,
  idOf: (record: Secondment) => string,
  status: 200 | 201,
): Told<Secondment> {
  return {
    status,
    location: (record) => `/secondments/${record.id}#absence-${idOf(record)}`,
    body: (record) => ({
      id: record.id,
      version: record.version,
      absence: record.absences.find((each) => each.id === idOf(record)),
      today: c.var.today,
    }),
  };
}
