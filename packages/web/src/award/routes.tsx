import { awardTable } from "@dunmiao/domain/award/awardTable";
import type { Cohort } from "@dunmiao/domain/cohort";
import { setHeadline } from "@dunmiao/domain/cohort/setHeadline";
import { changeCohort } from "@dunmiao/store/changeCohort";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { overviewOf } from "../overview/load.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { CohortAwardsPage } from "./cohortAwardsPage.tsx";
import type { Failed } from "./failed.ts";
import { headlineForm, partsOf } from "./form.ts";
import { resultRoutes } from "./resultRoutes.tsx";

const told: Told<Cohort> = {
  status: 200,
  location: ({ id }) => `/cohorts/${id}/awards`,
  body: ({ id, version, headline }) => ({ id, version, headline }),
};

/** Awards and contributions of one secondment; the award table of a cohort with its published figure. */
export function awardRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  resultRoutes(app);
  app.get("/cohorts/:id/awards", allow("read-cohort", "The award table of a cohort"), (c) =>
    showAwards(c, c.req.param("id")),
  );
  mountAct(app, {
    path: "/cohorts/:id/awards/headline",
    permission: "set-headline",
    form: headlineForm,
    summary: "Set the published award figure",
    told: () => told,
    change: (c, { seen, parts, ...facts }, once) => {
      const ground = { actor: actorOf(c), today: c.var.today };
      const input = { ...facts, parts: partsOf(parts) };
      const rule = (cohort: Cohort) => setHeadline({ cohort, ...ground }, input, seen);
      return changeCohort(actingOf(c), { id: c.req.param("id") ?? "", rule, once });
    },
    show: (c, refused) => showAwards(c, c.req.param("id") ?? "", { form: "headline", ...refused }),
  });
  return app;
}

async function showAwards(c: Context<WebEnv>, id: string, failed?: Failed) {
  const overview = await overviewOf(c, id);
  if (!overview) return answerProblem(c, "not-found");
  const { cohort, people } = overview;
  if (!wantsHtml(c)) return c.json({ headline: cohort.headline, ...awardTable(people, cohort.headline) });
  const props = { chrome: chromeOf(c), cohort, people, failed };
  return c.html(<CohortAwardsPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}
