import type { Officer } from "@dunmiao/domain/officer";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listOfficers, officerNoun } from "@dunmiao/store/officer";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import { cursorAt, placeAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { seesPeopleOf } from "../unit/seesPeopleOf.ts";
import { wantsHtml } from "../wants.ts";
import { askedAbout } from "./anotherPerson.tsx";
import { correctionRoutes } from "./correctionRoutes.tsx";
import { officersAfter } from "./find.ts";
import { officerForm, officersQuery } from "./form.ts";
import { OfficerFormPage } from "./formPage.tsx";
import { openingRoutes } from "./openingRoutes.tsx";
import { OfficersPage } from "./pages.tsx";
import { officerHref, showOfficer } from "./show.tsx";
import { officerView } from "./view.ts";

function toldAs(status: 200 | 201): Told<Officer> {
  return { status, location: ({ id }) => officerHref(id), body: officerView };
}

/** People on file: list by unit, page of one, create or update. */
export function officerRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/officers", allow("read-people", "Officers of a unit", { query: officersQuery }), async (c) => {
    const { q, unit: code } = c.req.query();
    if (q) return c.redirect(officerHref(q.trim()), 303);
    const units = await c.var.deps.units.current();
    const actor = actorOf(c);
    const seen = [...units.keys()].filter((each) => seesPeopleOf(actor, each, units));
    if (code !== undefined && units.has(code) && !seen.includes(code)) return answerProblem(c, "forbidden");
    const place = await placeAsked(c, { unit: code });
    if (!place.ok) return answerRefused(c, place.refusals);
    const { store } = c.var.deps;
    const { items, last } = code
      ? { items: await listOfficers(store, code) }
      : await officersAfter(store, seen, { after: place.value, isWhole: c.var.isWhole });
    const cursor = last && (await cursorAt(c, last));
    if (!wantsHtml(c)) return c.json({ items, ...(cursor && { cursor }) });
    const next = cursor && `/officers?cursor=${encodeURIComponent(cursor)}`;
    const props = { chrome: chromeOf(c), units, unit: units.get(code ?? ""), officers: items, next };
    return c.html(<OfficersPage {...props} />);
  });
  app.get("/officers/new", allow("add-officer", "Form of a new officer"), (c) => {
    const { unit } = c.req.query();
    return showForm(c, unit ? { homeUnit: unit } : {}, []);
  });
  mountAct(app, {
    path: "/officers",
    permission: "add-officer",
    form: officerForm,
    summary: "Create or update an officer",
    told: async (c, { serviceNumber }) => {
      const isOnFile = await loadRecord(c.var.deps.store, officerNoun, serviceNumber);
      return toldAs(isOnFile ? 200 : 201);
    },
    change: async (c, input, once) =>
      (await homeProblem(c, input.homeUnit)) ?? saveOfficer(actingOf(c), input, once),
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  app.get(
    "/officers/:serviceNumber",
    allow("read-people", "An officer, corrections of what is on file, and their secondments"),
    (c) => showOfficer(c, c.req.param("serviceNumber")),
  );
  correctionRoutes(app);
  openingRoutes(app);
  return app;
}

async function homeProblem(c: Context<WebEnv>, code: string) {
  const { units } = c.var.deps;
  const isKnown = (await units.current()).has(code) || (await units.refresh()).has(code);
  return isKnown ? undefined : refuse("unknown-unit", "homeUnit", { unit: code });
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = fieldMessages(c.var.text, refusals);
  const asked = askedAbout(refusals);
  const props = { chrome: chromeOf(c), units: await c.var.deps.units.current(), values, errors, asked };
  return c.html(<OfficerFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
