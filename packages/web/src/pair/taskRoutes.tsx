import type { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
import { pageAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { hrefOf, parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { pairTasksQuerySchema } from "./form.ts";
import { askedTasks } from "./tasks.ts";
import { PairTasksPage } from "./tasksPage.tsx";
import { taskView } from "./taskView.ts";
import { pairsOnDay } from "./work.ts";

const says =
  "What is to be done about the pairs that one may read, what is due first before what is due later";

/** The worklists of pairs. */
export function taskRoutes(app: Hono<WebEnv>): void {
  app.get("/pairs/tasks", allow("read-pairs", says, { query: pairTasksQuerySchema }), async (c) => {
    const query = parseQuery(pairTasksQuerySchema, c.req.query());
    if (!query.ok) return answerRefused(c, query.refusals);
    const { deps, today } = c.var;
    const { rows, tasks } = await pairsOnDay(deps, actorOf(c), today);
    const behind = sayBehind(c, rows);
    const asked = askedTasks(tasks, query.value, today);
    const page = await pageAsked(c, asked, query.value);
    if (!page.ok) return answerRefused(c, page.refusals);
    const { items, next, previous } = page.value;
    if (!wantsHtml(c))
      return c.json({
        items: items.map(taskView),
        total: asked.length,
        ...(next && { cursor: next }),
        ...behind,
      });
    const at = (cursor: string | undefined) =>
      cursor === undefined ? undefined : hrefOf("/pairs/tasks", { ...query.value, cursor });
    const props = {
      chrome: chromeOf(c),
      query: query.value,
      page: items,
      total: asked.length,
      next: at(next),
      previous: at(previous),
    };
    return c.html(<PairTasksPage {...props} />);
  });
}
