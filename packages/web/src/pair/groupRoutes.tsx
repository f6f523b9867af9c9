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
import { wantsHtml } from "../wants.ts";
import { groupBody, groupForm, groupQuery, mostOfGroup, recordGroup, resultsOfAll, stepOf } from "./group.ts";
import { GroupFormPage, GroupResultPage, groupPath } from "./groupPage.tsx";
import { GroupStepPage } from "./groupStep.tsx";
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
    body: groupBody,
    ticks: { field: "pair", most: mostOfGroup },
    work: async (c, entry, use) => {
      const { pair, reached: _, refused: __, ...input } = entry;
      // What is wrong for every pair is said in the form.
      if (!input.learned && !input.mentorLearned) return refuse("required", "learned");
      const rows = new Map((await pairsSeenBy(c.var.deps, actorOf(c))).map((row) => [row.id, row]));
      // A program is answered once all are entered; a page after each step, so that one sees how far it is.
      const { entered: pairs, isLast } = wantsHtml(c) ? stepOf(entry) : { entered: pair, isLast: true };
      const results = await recordGroup(actingOf(c), { pairs, input, use }, rows);
      return isLast ? resultsOfAll(entry, results, rows) : results;
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
    page: (c, results, entry, use) => {
      const shown = { chrome: chromeOf(c), results };
      return c.html(
        stepOf(entry).isLast ? (
          <GroupResultPage {...shown} />
        ) : (
          <GroupStepPage {...shown} entry={entry} entryKey={use?.key} />
        ),
      );
    },
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
  const rows = onDay(found, today);
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
