import { mayTry } from "@dunmiao/domain/permissions";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import type { Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
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

const pageSize = 50;
const listSays = "Mentor pairs that one may read, earliest first, with what lacks in each file";
const summarySays = "How many pairs, complete files, and files that are not";
const statisticsSay = "Pairs by focus and unit, activities and silent months, outcomes";
const reading = (says: string) => allow("read-pairs", says, { query: pairQuerySchema });

/** The pairs that one may read, and how many of them have a complete file. */
export function listRoutes(app: Hono<WebEnv>): void {
  app.get("/pairs", reading(listSays), async (c) => {
    const query = parseQuery(pairQuerySchema, c.req.query());
    if (!query.ok) return answerRefused(c, query.refusals);
    const { seen, behind } = await seenRows(c);
    const rows = asked(seen, query.value);
    const { cursor = "0", ...filters } = query.value;
    const before = Number(cursor);
    const until = c.var.isWhole ? rows.length : before + pageSize;
    const page = rows.slice(before, until);
    const more = until < rows.length ? String(until) : undefined;
    if (!wantsHtml(c))
      return c.json({ items: page, total: rows.length, ...(more && { cursor: more }), ...behind });
    const props = {
      chrome: chromeOf(c),
      schemes: await listPairSchemes(c.var.deps.store),
      query: query.value,
      page,
      total: rows.length,
      before,
      next: more && hrefOf("/pairs", { ...filters, cursor: more }),
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
  app.get("/pairs/summary", reading(summarySays), async (c) => {
    const query = parseQuery(pairQuerySchema, c.req.query());
    if (!query.ok) return answerRefused(c, query.refusals);
    const { seen, behind } = await seenRows(c);
    return c.json({ ...figuresOf(asked(seen, query.value)), ...behind });
  });
}

async function seenRows(c: Context<WebEnv>) {
  const rows = await pairsSeenBy(c.var.deps, actorOf(c));
  return { seen: rows.map((row) => onDay(row, c.var.today)), behind: sayBehind(c, rows) };
}
