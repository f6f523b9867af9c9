import { mayTry } from "@dunmiao/domain/permissions";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import { peopleOfQuota, quotaOn } from "@dunmiao/domain/unit/quota";
import { saveForce } from "@dunmiao/store/force";
import { type Context, Hono } from "hono";
import type * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { type Act, mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import { pageAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { listItem } from "../secondment/list.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { forceForm, forceQuery, quotaPeopleQuery } from "./form.ts";
import { loadQuota } from "./load.ts";
import { ForceFormPage, QuotaPage, quotaPath } from "./pages.tsx";
import { quotaPeoplePath } from "./peopleHref.ts";
import { QuotaPeoplePage } from "./peoplePage.tsx";

const entering: Act<z.infer<typeof forceForm>, Unit> = {
  path: quotaPath,
  permission: "keep-quota",
  summary: "Enter the force of a unit from a day on, and the share of it that is to be sent down",
  form: forceForm,
  change: async (c, { unit: id, ...input }, once) => {
    const units = await c.var.deps.units.current();
    if (!units.has(id)) return refuse("unknown-unit", "unit", { unit: id });
    return saveForce(actingOf(c), input, { id, once });
  },
  told: () => ({
    status: 200,
    location: () => quotaPath,
    body: ({ id, name, forces = [] }) => ({ unit: id, name, forces }),
  }),
  show: (c, { values, refusals }) => showForm(c, values, refusals),
};

/** How many each unit is to send down: figures, and the forces that they stand on. */
export function quotaRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const reading = allow("read-quota", "How many each unit is to send down, has down, and lacks, on the day");
  app.get(quotaPath, reading, async (c) => {
    const { deps, today } = c.var;
    const actor = actorOf(c);
    const quota = quotaOn(today, await loadQuota(deps, actor, today));
    if (!wantsHtml(c)) return c.json({ on: today, ...quota });
    const units = await deps.units.current();
    const props = { chrome: chromeOf(c), quota, units, mayKeep: mayTry(actor, "keep-quota") };
    return c.html(<QuotaPage {...props} />);
  });
  const opening = allow("read-quota", "The people behind a figure of the quota", { query: quotaPeopleQuery });
  app.get(quotaPeoplePath, opening, showPeople);
  const filling = allow("keep-quota", "Form of the force of a unit", { query: forceQuery });
  app.get(`${quotaPath}/new`, filling, (c) => {
    const { unit } = forceQuery.parse(c.req.query());
    return showForm(c, { from: c.var.today, ...(unit && { unit }) }, []);
  });
  mountAct(app, entering);
  return app;
}

async function showPeople(c: Context<WebEnv>) {
  const query = parseQuery(quotaPeopleQuery, c.req.query());
  if (!query.ok) return answerRefused(c, query.refusals);
  const { deps, today } = c.var;
  const { figure, withoutForce } = query.value;
  const unit = withoutForce ? "" : query.value.unit;
  const people = peopleOfQuota(today, await loadQuota(deps, actorOf(c), today), { unit, figure });
  const page = await pageAsked(c, people, query.value);
  if (!page.ok) return answerRefused(c, page.refusals);
  const { items, next } = page.value;
  const total = people.length;
  if (!wantsHtml(c)) return c.json({ items: items.map(listItem), total, ...(next && { cursor: next }) });
  const units = await deps.units.current();
  const props = { chrome: chromeOf(c), query: query.value, page: page.value, total, units };
  return c.html(<QuotaPeoplePage {...props} />);
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), units: await c.var.deps.units.current(), values, errors };
  return c.html(<ForceFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
