import { awardTable } from "@dunmiao/domain/award/awardTable";
import type { Cohort } from "@dunmiao/domain/cohort";
import { setHeadline } from "@dunmiao/domain/cohort/setHeadline";
import type { Refusal } from "@dunmiao/domain/refusal";
import { changeCohort } from "@dunmiao/store/changeCohort";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { overviewOf } from "../overview/load.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
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
  app.post("/cohorts/:id/awards/headline", allow("set-headline"), async (c) => {
    const id = c.req.param("id");
    const input = await readBody(c, headlineForm);
    const values = input.ok ? input.value.raw : input.raw;
    const show = (refusals: readonly Refusal[]) => showAwards(c, id, { form: "headline", values, refusals });
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { seen, parts, ...facts } = input.value.value;
    const ground = { actor: actorOf(c), today: c.var.today };
    const changed = await changeCohort(actingOf(c), {
      id,
      rule: (cohort) => setHeadline({ cohort, ...ground }, { ...facts, parts: partsOf(parts) }, seen),
      once: onceOf(input.value.use, told),
    });
    return answerChanged(c, changed, told, show);
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
