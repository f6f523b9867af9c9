import { mayTry } from "@dunmiao/domain/permissions";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import type { Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
import { pageAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { hrefOf, parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { pairQuerySchema } from "./form.ts";
import { asked, figuresOf, onDay, pairsSeenBy } from "./list.ts";
import { PairListPage } from "./listPage.tsx";
import { pairStatistics } from "./statistics.ts";
import { PairStatisticsPage } from "./statisticsPage.tsx";

const listSays = "Mentor pairs that one may read, earliest first, with what lacks in each file";
const summarySays = "How many pairs, complete files, and files that are not";
const statisticsSay = "Pairs by focus and unit, activities and silent months, outcomes";
const figuresQuery = pairQuerySchema.omit({ cursor: true });

/** The pairs that one may read, and how many of them have a complete file. */
export function listRoutes(app: Hono<WebEnv>): void {
  app.get("/pairs", allow("read-pairs", listSays, { query: pairQuerySchema }), async (c) => {
    const query = parseQuery(pairQuerySchema, c.req.query());
    if (!query.ok) return answerRefused(c, query.refusals);
    const { seen, behind } = await seenRows(c);
    const rows = asked(seen, query.value);
    const page = await pageAsked(c, rows, query.value);
    if (!page.ok) return answerRefused(c, page.refusals);
    const { items, next, previous } = page.value;
    if (!wantsHtml(c)) return c.json({ items, total: rows.length, ...(next && { cursor: next }), ...behind });
    const at = (cursor: string | undefined) =>
      cursor === undefined ? undefined : hrefOf("/pairs", { ...query.value, cursor });
    const props = {
      chrome: chromeOf(c),
      schemes: await listPairSchemes(c.var.deps.store),
      query: query.value,
      page: items,
      total: rows.length,
      next: at(next),
      previous: at(previous),
      figures: figuresOf(seen),
      mayPlan: mayTry(actorOf(c), "plan-pair"),
      mayPropose: mayTry(actorOf(c), "propose-pairs"),
      mayLeave: mayTry(actorOf(c), "substitute-mentor"),
      mayEnter: mayTry(actorOf(c), "record-activity"),
    };
    return c.html(<PairListPage {...props} />);
  });
  app.get("/pairs/statistics", allow("read-pairs", statisticsSay), async (c) => {
    const { store, units: held } = c.var.deps;
    const [rows, units, schemes] = await Promise.all([seenRows(c), held.current(), listPairSchemes(store)]);
    const { seen, behind } = rows;
    const statistics = pairStatistics(seen, { units, schemes, today: c.var.today });
    if (!wantsHtml(c)) return c.json({ ...statistics, ...behind });
    return c.html(<PairStatisticsPage chrome={chromeOf(c)} statistics={statistics} schemes={schemes} />);
  });
  app.get("/pairs/summary", allow("read-pairs", summarySays, { query: figuresQuery }), async (c) => {
    const query = parseQuery(figuresQuery, c.req.query());
    if (!query.ok) return answerRefused(c, query.refusals);
    const { seen, behind } = await seenRows(c);
    return c.json({ ...figuresOf(asked(seen, query.value)), ...behind });
  });
}

async function seenRows(c: Context<WebEnv>) {
  const rows = await pairsSeenBy(c.var.deps, actorOf(c));
  return { seen: onDay(rows, c.var.today), behind: sayBehind(c, rows) };
}
