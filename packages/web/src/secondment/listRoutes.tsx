import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
import { pageAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { findPeople, listItem } from "./list.ts";
import { ListPage } from "./listPage.tsx";
import { listQuerySchema, parseListQuery } from "./listQuery.ts";
import { warnLevels } from "./warnLevels.ts";

/** The list of secondments as a page and as JSON. */
export function listRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/secondments",
    allow("read-secondment", "Secondments of one cohort, host or sending unit", { query: listQuerySchema }),
    async (c) => {
      const query = parseListQuery(c.req.query());
      if (!query.ok) return answerRefused(c, query.refusals);
      const { deps } = c.var;
      const found = await findPeople(deps, actorOf(c), query.value);
      if (!found.ok) return answerRefused(c, found.refusals);
      const behind = sayBehind(c, found.value.read);
      const page = await pageAsked(c, found.value.people, query.value);
      if (!page.ok) return answerRefused(c, page.refusals);
      if (!wantsHtml(c)) {
        const { items, next: cursor } = page.value;
        const total = found.value.people.length;
        return c.json({ items: items.map(listItem), total, ...(cursor && { cursor }), ...behind });
      }
      const [cohorts, units] = await Promise.all([deps.cohorts.current(), deps.units.current()]);
      const levels = await warnLevels(deps, cohorts);
      const names = { cohorts, units };
      const props = {
        chrome: chromeOf(c),
        query: query.value,
        found: found.value,
        names,
        levels,
        page: page.value,
      };
      return c.html(<ListPage {...props} />);
    },
  );
  return app;
}
