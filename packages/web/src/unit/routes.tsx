import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { planUnit, type Unit, unitInputSchema } from "@dunmiao/domain/unit";
import { listOfficers } from "@dunmiao/store/officer";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { UnitFormPage } from "./formPage.tsx";
import { UnitsPage } from "./listPage.tsx";
import { UnitPage } from "./page.tsx";
import { seesPeopleOf } from "./seesPeopleOf.ts";
import { unitHref } from "./tables.tsx";
import { childrenOf, unitsMatching, unitView } from "./tree.ts";

function told(status: 200 | 201): Told<Unit> {
  return { status, location: ({ id }) => unitHref(id), body: unitView };
}

/** Units: tree and search, page of one, create or update. */
export function unitRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/units", allow("read-units", "Units as a tree"), async (c) => {
    const units = await c.var.deps.units.refresh();
    const q = (c.req.query("q") ?? "").trim();
    if (!wantsHtml(c)) return c.json({ items: unitsMatching(units, q).map(unitView) });
    const actor = actorOf(c);
    const props = {
      chrome: chromeOf(c),
      units,
      q,
      isHr: mayTry(actor, "keep-units"),
      seesPeople: reachOf(actor.role, "read-people") !== "own",
    };
    return c.html(<UnitsPage {...props} />);
  });
  app.get("/units/new", allow("keep-units", "Form of a new unit"), (c) => showForm(c, {}, []));
  mountAct(app, {
    path: "/units",
    permission: "keep-units",
    form: unitInputSchema,
    summary: "Create or update a unit",
    told: async (c, { code }) => told((await c.var.deps.units.refresh()).has(code) ? 200 : 201),
    change: async (c, input, once) => {
      const { units } = c.var.deps;
      const plan = planUnit(input, await units.current());
      if (!plan.ok) return plan;
      const changed = await saveUnit(actingOf(c), plan.value.unit, once);
      await units.refresh();
      return changed;
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  app.get("/units/:code", allow("read-units", "A unit and its people"), async (c) => {
    const found = await find(c);
    if (!found) return answerProblem(c, "not-found");
    const { unit, units } = found;
    const isOpen = seesPeopleOf(actorOf(c), unit.id, units);
    const officers = isOpen ? await listOfficers(c.var.deps.store, unit.id) : undefined;
    if (!wantsHtml(c))
      return c.json({ ...unitView(unit), children: childrenOf(units, unit.id).map(unitView), officers });
    const props = { chrome: chromeOf(c), unit, units, officers, isHr: mayTry(actorOf(c), "keep-units") };
    return c.html(<UnitPage {...props} />);
  });
  app.get("/units/:code/edit", allow("keep-units", "Form of a unit"), async (c) => {
    const found = await find(c);
    return found ? showForm(c, unitView(found.unit), []) : answerProblem(c, "not-found");
  });
  return app;
}

/** Units are held for a minute; one created meanwhile is read at once. */
async function find(c: Context<WebEnv>) {
  const code = c.req.param("code") ?? "";
  const held = await c.var.deps.units.current();
  const units = held.has(code) ? held : await c.var.deps.units.refresh();
  const unit = units.get(code);
  return unit && { unit, units };
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string | undefined>>,
  refusals: readonly Refusal[],
) {
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), units: await c.var.deps.units.current(), values, errors };
  return c.html(<UnitFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
