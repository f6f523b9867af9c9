import type { Hono } from "hono";
import { absenceRoutes } from "./absence/routes.tsx";
import { assessmentRoutes } from "./assessment/routes.tsx";
import { auditRoutes } from "./audit/routes.tsx";
import { auditExportRoutes } from "./auditExport/routes.tsx";
import { awardRoutes } from "./award/routes.tsx";
import { calendarRoutes } from "./calendar/routes.tsx";
import { secondmentDetailRoutes } from "./case/detailRoutes.tsx";
import { cohortRoutes } from "./cohort/routes.tsx";
import { concurrentPostRoutes } from "./concurrentPost/routes.tsx";
import type { WebEnv } from "./deps.ts";
import { extensionRoutes } from "./extension/routes.tsx";
import { handOverRoutes } from "./handOver/routes.tsx";
import { importRoutes } from "./import/routes.tsx";
import { keptRoutes } from "./kept/routes.tsx";
import { matchingRoutes } from "./matching/routes.tsx";
import { notificationRoutes } from "./notification/routes.tsx";
import { officerRoutes } from "./officer/routes.tsx";
import { overviewRoutes } from "./overview/routes.tsx";
import { ownDataRoutes } from "./ownData/routes.tsx";
import { pairRoutes } from "./pair/routes.tsx";
import { pairSchemeRoutes } from "./pairScheme/routes.tsx";
import { permissionRoutes } from "./permission/routes.tsx";
import { placeRoutes } from "./place/routes.tsx";
import { answerProblem } from "./problem.tsx";
import { quotaRoutes } from "./quota/routes.tsx";
import { routesBehind } from "./routesBehind.ts";
import { rulingRoutes } from "./ruling/routes.tsx";
import { schemeRoutes } from "./scheme/routes.tsx";
import { spotCheckRoutes } from "./spotCheck/routes.tsx";
import { todoActRoutes } from "./todo/actRoutes.tsx";
import { unitRoutes } from "./unit/routes.tsx";

/** The routes that most requests do not need; loaded with the first request for one of them. */
export function laterRoutes(): Hono<WebEnv> {
  const nouns = [
    todoActRoutes,
    secondmentDetailRoutes,
    // Before pairs by their id: `proposals` is none.
    matchingRoutes,
    pairRoutes,
    pairSchemeRoutes,
    absenceRoutes,
    schemeRoutes,
    calendarRoutes,
    cohortRoutes,
    unitRoutes,
    quotaRoutes,
    officerRoutes,
    importRoutes,
    assessmentRoutes,
    rulingRoutes,
    extensionRoutes,
    awardRoutes,
    spotCheckRoutes,
    concurrentPostRoutes,
    placeRoutes,
    handOverRoutes,
    notificationRoutes,
    keptRoutes,
    overviewRoutes,
    permissionRoutes,
    ownDataRoutes,
    auditRoutes,
    auditExportRoutes,
  ];
  return routesBehind(nouns, (c) => answerProblem(c, "not-found"));
}
