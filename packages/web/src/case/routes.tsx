import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { caseView } from "../secondment/caseView.ts";
import { listRoutes } from "../secondment/listRoutes.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { secondmentView } from "../secondment/view.ts";
import { wantsHtml } from "../wants.ts";
import { CasePage, shownEvents } from "./casePage.tsx";

/** Secondments as they are read all day: the list, and the page of one. */
export function secondmentRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.route("/", listRoutes());
  app.get("/secondments/:id", allow("read-secondment", "A secondment with its count"), async (c) => {
    const found = await secondmentInScope(c, shownEvents);
    if (!found) return answerProblem(c, "not-found");
    const { today, deps, text } = c.var;
    if (!wantsHtml(c)) return c.json(secondmentView(found.record, found, today));
    const cohorts = await deps.cohorts.current();
    const cohortName = cohorts.find(({ id }) => id === found.record.cohortId)?.name ?? text.gone.cohort;
    const view = caseView(found, actorOf(c), today);
    return c.html(<CasePage chrome={chromeOf(c)} view={view} cohortName={cohortName} />);
  });
  return app;
}
