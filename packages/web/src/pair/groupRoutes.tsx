import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import type { Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { sayBehind } from "../behind.ts";
import type { WebEnv } from "../deps.ts";
import { mountMany } from "../manyAct.ts";
import { parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { groupForm, groupQuery, mostOfGroup, recordGroup } from "./group.ts";
import { GroupFormPage, GroupResultPage, groupPath } from "./groupPage.tsx";
import { asked, onDay, pairsSeenBy } from "./list.ts";

/** One activity of a whole group, such as a competition: the form with the pairs to tick, and what became of each. */
export function groupRoutes(app: Hono<WebEnv>): void {
  const offering = allow("record-activity", "Form of an activity of many pairs, with those that run", {
    query: groupQuery,
  });
  app.get(groupPath, offering, (c) => showForm(c, { on: c.var.today }, []));
  mountMany(app, {
    path: groupPath,
    permission: "record-activity",
    summary: "Enter one activity in each of many pairs, with what became of each",
    form: groupForm,
    ticks: { field: "pair", most: mostOfGroup },
    work: async (c, { pair: pairs, ...input }, use) => {
      // What is wrong for every pair is said in the form.
      if (!input.learned && !input.mentorLearned) return refuse("required", "learned");
      const rows = new Map((await pairsSeenBy(c.var.deps, actorOf(c))).map((row) => [row.id, row]));
      return recordGroup(actingOf(c), { pairs, input, use }, rows);
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
    page: (c, results) => c.html(<GroupResultPage chrome={chromeOf(c)} results={results} />),
    item: ({ id }) => ({ id }),
  });
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const query = parseQuery(groupQuery, c.req.query());
  if (!query.ok) return answerRefused(c, query.refusals);
  const { deps, today } = c.var;
  const found = await pairsSeenBy(deps, actorOf(c));
  const rows = found.map((row) => onDay(row, today));
  sayBehind(c, found);
  const props = {
    chrome: chromeOf(c),
    schemes: await listPairSchemes(deps.store),
    pairs: asked(rows, { ...query.value, state: "active" }),
    query: query.value,
    values,
    errors: fieldMessages(c.var.text, refusals),
  };
  return c.html(<GroupFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
