import { explainDays } from "@dunmiao/domain/count";
import { Hono } from "hono";
import { allow, readers } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { answerProblem } from "../problem.tsx";
import { secondmentInScope } from "./load.ts";
import { secondmentView } from "./view.ts";

/** Secondments: list, page, days, trail, report-in. */
export function secondmentRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id", allow(...readers), async (c) => {
    const found = await secondmentInScope(c);
    if (!found) return answerProblem(c, 404, "not-found");
    return c.json(secondmentView(found.record, found, c.var.today));
  });
  app.get("/secondments/:id/days", allow(...readers), async (c) => {
    const found = await secondmentInScope(c);
    if (!found) return answerProblem(c, 404, "not-found");
    return c.json({ items: explainDays(found.record, found.scheme, found.calendar, c.var.today) });
  });
  return app;
}
