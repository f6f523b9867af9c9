import { addDays } from "@dunmiao/domain/calendarDate";
import type { Cohort } from "@dunmiao/domain/cohort";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { createCohort } from "@dunmiao/store/changeCohort";
import { cohortNoun } from "@dunmiao/store/cohort";
import { postsOfCohort } from "@dunmiao/store/cohortPosts";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listSchemes } from "@dunmiao/store/scheme";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { nextCohortForm } from "./form.ts";
import { newId } from "./newId.ts";
import { NextCohortPage } from "./nextPage.tsx";

/** The cohort after one: cloned, with its posts carried over. */
export function nextCohortRoutes(app: Hono<WebEnv>, told: Told<Cohort>): void {
  app.get(
    "/cohorts/:id/next",
    allow("plan-next-cohort", "Form of the cohort after one, and the posts that it takes over"),
    async (c) => {
      const last = await lastOf(c);
      return last ? show(c, last, {}) : answerProblem(c, "not-found");
    },
  );
  mountAct(app, {
    path: "/cohorts/:id/next",
    permission: "plan-next-cohort",
    form: nextCohortForm,
    summary: "Clone the next cohort with its posts",
    told: () => told,
    change: async (c, input, once) => {
      const last = await lastOf(c);
      if (!last) return refuse("not-found");
      const { name, scheme = last.schemeId, startsOn = dayAfter(last) } = input;
      const carried = { from: last.id, posts: await postsOfCohort(c.var.deps.store, last.id) };
      const options = { id: newId(startsOn), carried, once };
      const changed = await createCohort(actingOf(c), { name, scheme, startsOn }, options);
      await c.var.deps.cohorts.refresh();
      return changed;
    },
    show: async (c, { values, refusals }) => {
      const last = await lastOf(c);
      return last ? show(c, last, values, refusals) : answerProblem(c, "not-found");
    },
  });
}

function lastOf(c: Context<WebEnv>): Promise<Cohort | undefined> {
  return loadRecord(c.var.deps.store, cohortNoun, c.req.param("id") ?? "");
}

function dayAfter({ endsOn }: Cohort): string {
  return addDays(endsOn, 1);
}

async function show(
  c: Context<WebEnv>,
  last: Cohort,
  given: Readonly<Record<string, string>>,
  refusals: readonly Refusal[] = [],
) {
  const { text, deps } = c.var;
  const [schemes, posts] = await Promise.all([listSchemes(deps.store), postsOfCohort(deps.store, last.id)]);
  const values = { scheme: last.schemeId, startsOn: dayAfter(last), ...given };
  if (!wantsHtml(c)) return c.json({ from: last.id, ...values, posts });
  const errors = fieldMessages(text, refusals);
  const props = { chrome: chromeOf(c), last, schemes, posts: posts.length, values, errors };
  return c.html(<NextCohortPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
