import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { answerChanged } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { answerRefused } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./actForm.tsx";
import { type Act, type DecisionAct, decisions } from "./decisions.ts";
import { toldAbsence } from "./told.ts";

type Show = (c: Context<WebEnv>, failed: Failed) => Promise<Response>;

/** Every act on an absence; a refused one is shown by `show` on the page that held its form. */
export function decisionRoutes(app: Hono<WebEnv>, show: Show): void {
  decisionRoute(app, show, "approve", decisions.approve);
  decisionRoute(app, show, "reject", decisions.reject);
  decisionRoute(app, show, "confirm", decisions.confirm);
  decisionRoute(app, show, "contest", decisions.contest);
  decisionRoute(app, show, "amend", decisions.amend);
  decisionRoute(app, show, "take-out", decisions["take-out"]);
  decisionRoute(app, show, "void", decisions.void);
}

function decisionRoute<T>(
  app: Hono<WebEnv>,
  show: Show,
  act: Act,
  { permission, form, rule }: DecisionAct<T>,
) {
  app.post(`/secondments/:id/absences/:absenceId/${act}`, allow(permission), async (c) => {
    const absenceId = c.req.param("absenceId");
    const input = await readBody(c, form);
    if (!input.ok) {
      const { raw: values, refusals } = input;
      return wantsHtml(c) ? show(c, { act, values, refusals }) : answerRefused(c, refusals);
    }
    const { value, raw: values, use } = input.value;
    const told = await toldAbsence(c, () => absenceId, 200);
    const changed = await changeInScope(c, (ground) => rule(ground, absenceId, value), { use, told });
    return answerChanged(c, changed, told, (refusals) => show(c, { act, values, refusals }));
  });
}
