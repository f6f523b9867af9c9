import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import type { Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { sayBehind } from "../behind.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { groupForm, groupQuery, mostOfGroup, recordGroup } from "./group.ts";
import { GroupFormPage, GroupResultPage, groupPath } from "./groupPage.tsx";
import { asked, onDay, pairsSeenBy } from "./list.ts";

/** One activity of a whole group, such as a competition: the form with the pairs to tick, and what became of each. */
export function groupRoutes(app: Hono<WebEnv>): void {
  const offering = allow("record-activity", "Form of an activity of many pairs, with those that run", {
    query: groupQuery,
  });
  app.get(groupPath, offering, (c) => showForm(c, { on: c.var.today }, []));
  const entering = allow(
    "record-activity",
    "Enter one activity in each of many pairs, with what became of each",
    {
      body: groupForm,
    },
  );
  app.post(groupPath, entering, async (c) => {
    const sent = await readBody(c, groupForm);
    if (!sent.ok) {
      const refusals = sent.refusals.map(aboutTicks);
      return wantsHtml(c) ? showForm(c, sent.raw, refusals) : answerRefused(c, refusals);
    }
    const { value, use } = sent.value;
    const { pair: pairs, ...input } = value;
    // What is wrong for every pair is said in the form.
    if (!input.learned && !input.mentorLearned) {
      const refusals = [{ code: "required" as const, field: "learned" }];
      return wantsHtml(c) ? showForm(c, sent.value.raw, refusals) : answerRefused(c, refusals);
    }
    if (!mayTry(actorOf(c), "record-activity")) return answerProblem(c, "forbidden");
    const rows = new Map((await pairsSeenBy(c.var.deps, actorOf(c))).map((row) => [row.id, row]));
    const results = await recordGroup(actingOf(c), { pairs, input, use }, rows);
    if (wantsHtml(c)) return c.html(<GroupResultPage chrome={chromeOf(c)} results={results} />);
    const items = results.map(({ id, refusals }) => ({ id, refusals: fieldMessages(c.var.text, refusals) }));
    const refused = items.filter(({ refusals }) => refusals.length > 0).length;
    return c.json({ done: items.length - refused, refused, items });
  });
}

/** Nothing ticked, or too much: said as what the person did. */
function aboutTicks(refusal: Refusal): Refusal {
  const { code, field } = refusal;
  if (field === "pair" && code === "required") return { ...refusal, code: "nothing-ticked" };
  if (field === "pair" && code === "too-large")
    return { ...refusal, code: "too-many-ticked", params: { most: mostOfGroup } };
  return refusal;
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
