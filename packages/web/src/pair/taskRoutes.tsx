import type { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
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

const pageSize = 50;
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
    const { cursor = "0", ...filters } = query.value;
    const before = Number(cursor);
    const until = c.var.isWhole ? asked.length : before + pageSize;
    const page = asked.slice(before, until);
    const more = until < asked.length ? String(until) : undefined;
    if (!wantsHtml(c))
      return c.json({
        items: page.map(taskView),
        total: asked.length,
        ...(more && { cursor: more }),
        ...behind,
      });
    const at = (from: string) => hrefOf("/pairs/tasks", { ...filters, cursor: from });
    const props = {
      chrome: chromeOf(c),
      query: query.value,
      page,
      total: asked.length,
      next: more && at(more),
      previous: before > 0 ? at(String(Math.max(0, before - pageSize))) : undefined,
    };
    return c.html(<PairTasksPage {...props} />);
  });
}
