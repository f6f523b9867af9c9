import { randomInt } from "node:crypto";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { loadWithEvents, type RecordWithEvents } from "@dunmiao/store/engine/record";
import { createSpotCheck, listSpotChecks, revealSeed, spotCheckNoun } from "@dunmiao/store/spotCheck";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { cancelRoutes } from "./cancelRoutes.tsx";
import { spotCheckForm } from "./form.ts";
import { SpotCheckFormPage, SpotCheckListPage } from "./listPage.tsx";
import { SpotCheckPage } from "./page.tsx";
import { resultRoutes } from "./resultRoutes.tsx";
import { mayAct } from "./roles.ts";
import { trailRoute } from "./trailRoute.tsx";
import { peopleOnList, spotCheckView } from "./view.ts";

/** Of these the page shows the newest; the page of the trail has all. */
const shownEvents = 50;

const told: Told<SpotCheck> = {
  status: 201,
  location: ({ id }) => `/spot-checks/${id}`,
  body: spotCheckView,
};

/** Spot checks: list, form, commitment, reveal, results. */
export function spotCheckRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/spot-checks", allow("read-spot-checks", "Spot checks, newest day first"), async (c) => {
    const { store, cohorts } = c.var.deps;
    const [checks, known] = await Promise.all([listSpotChecks(store), cohorts.current()]);
    if (!wantsHtml(c)) return c.json({ items: checks });
    const props = { chrome: chromeOf(c), checks, cohorts: known, mayCreate: mayAct(actorOf(c)) };
    return c.html(<SpotCheckListPage {...props} />);
  });
  app.get("/spot-checks/new", allow("run-spot-checks", "Form of a new spot check"), (c) =>
    showForm(c, { on: c.var.today }, []),
  );
  mountAct(app, {
    path: "/spot-checks",
    permission: "run-spot-checks",
    form: spotCheckForm,
    summary: "Commit list and seed of a draw",
    told: () => told,
    change: (c, input, once) => createSpotCheck(actingOf(c), input, { id: newId(input.on), once }),
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  app.get(
    "/spot-checks/:id",
    allow("read-spot-checks", "A spot check with everything that redoing its draw takes"),
    async (c) => {
      const found = await loadWithEvents(c.var.deps.store, spotCheckNoun, c.req.param("id"), shownEvents);
      if (!found) return answerProblem(c, "not-found");
      return wantsHtml(c) ? showCheck(c, found) : c.json(spotCheckView(found.record));
    },
  );
  mountAct(app, {
    path: "/spot-checks/:id/reveal",
    permission: "run-spot-checks",
    form: z.object({}),
    summary: "Reveal the seed and draw",
    told: () => ({ ...told, status: 200 }),
    change: (c, _, once) => revealSeed(actingOf(c), c.req.param("id") ?? "", once),
  });
  cancelRoutes(app);
  trailRoute(app);
  resultRoutes(app);
  return app;
}

async function showCheck(c: Context<WebEnv>, { record: check, events }: RecordWithEvents<SpotCheck>) {
  const { deps, text } = c.var;
  const [people, cohorts] = await Promise.all([peopleOnList(deps, check), deps.cohorts.current()]);
  const cohortName = cohorts.find(({ id }) => id === check.cohortId)?.name ?? text.gone.cohort;
  const props = { chrome: chromeOf(c), check, people, events, cohortName, mayAct: mayAct(actorOf(c)) };
  return c.html(<SpotCheckPage {...props} />);
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const cohorts = await c.var.deps.cohorts.current();
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), cohorts, values, errors };
  return c.html(<SpotCheckFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

const idLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The day of the check, and six random characters: `20260304-k3x9q2`. */
function newId(on: string): string {
  const random = Array.from({ length: 6 }, () => idLetters[randomInt(idLetters.length)]).join("");
  return `${on.replaceAll("-", "")}-${random}`;
}
