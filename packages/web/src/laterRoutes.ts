import { Hono } from "hono";
import { absenceRoutes } from "./absence/routes.tsx";
import { assessmentRoutes } from "./assessment/routes.tsx";
import { awardRoutes } from "./award/routes.tsx";
import { calendarRoutes } from "./calendar/routes.tsx";
import { cohortRoutes } from "./cohort/routes.tsx";
import type { WebEnv } from "./deps.ts";
import { extensionRoutes } from "./extension/routes.tsx";
import { handOverRoutes } from "./handOver/routes.tsx";
import { importRoutes } from "./import/routes.tsx";
import { notificationRoutes } from "./notification/routes.tsx";
import { officerRoutes } from "./officer/routes.tsx";
import { overviewRoutes } from "./overview/routes.tsx";
import { answerProblem } from "./problem.tsx";
import { rulingRoutes } from "./ruling/routes.tsx";
import { schemeRoutes } from "./scheme/routes.tsx";
import { secondmentDetailRoutes } from "./secondment/detailRoutes.tsx";
import { spotCheckRoutes } from "./spotCheck/routes.tsx";
import { taskActRoutes } from "./task/actRoutes.ts";
import { unitRoutes } from "./unit/routes.tsx";

/** The routes that most requests do not need; `app.tsx` loads them with the first request for one of them. */
export function laterRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    const { handed } = c.env;
    if (!handed) throw new Error("these routes run behind the app");
    c.set("deps", handed.deps);
    c.set("text", handed.text);
    c.set("today", handed.today);
    c.set("actor", handed.actor);
    c.set("requestId", handed.requestId);
    await next();
  });
  for (const routes of [
    taskActRoutes,
    secondmentDetailRoutes,
    absenceRoutes,
    schemeRoutes,
    calendarRoutes,
    cohortRoutes,
    unitRoutes,
    officerRoutes,
    importRoutes,
    assessmentRoutes,
    rulingRoutes,
    extensionRoutes,
    awardRoutes,
    spotCheckRoutes,
    handOverRoutes,
    notificationRoutes,
    overviewRoutes,
  ])
    app.route("/", routes());
  app.notFound((c) => answerProblem(c, 404, "not-found"));
  // The app that asked answers and logs it.
  app.onError((error) => {
    throw error;
  });
  return app;
}
