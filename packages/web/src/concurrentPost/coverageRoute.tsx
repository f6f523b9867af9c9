import { coverageFigures, coverageOf } from "@dunmiao/domain/concurrentPost/coverage";
import { may, mayTry } from "@dunmiao/domain/permissions";
import { listPosts } from "@dunmiao/store/concurrentPost";
import { listPlaces } from "@dunmiao/store/place";
import type { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { wantsHtml } from "../wants.ts";
import { CoveragePage } from "./coveragePage.tsx";
import { coverageAsked, coverageQuery } from "./coverageQuery.ts";

const reading = allow("read-coverage", "Which place has somebody today, and which has nobody", {
  query: coverageQuery,
});

/**
 * The coverage of the places in the actor's area: two Queries. Whoever answers for an area sees who comes to its places,
 * also from elsewhere.
 */
export function coverageRoute(app: Hono<WebEnv>) {
  app.get("/posts/coverage", reading, async (c) => {
    const { deps, today } = c.var;
    const actor = actorOf(c);
    const [places, posts, units] = await Promise.all([
      listPlaces(deps.store),
      listPosts(deps.store),
      deps.units.current(),
    ]);
    const own = places.filter(({ unit: code }) =>
      may(actor, "read-coverage", { unit: { code, parent: units.get(code)?.parent } }),
    );
    const covered = coverageOf(own, posts, today);
    const figures = coverageFigures(covered);
    const query = coverageQuery.parse(c.req.query());
    const shown = coverageAsked(covered, query);
    if (!wantsHtml(c)) return c.json({ figures, items: shown });
    const props = { chrome: chromeOf(c), figures, shown, query, units, mayKeep: mayTry(actor, "keep-posts") };
    return c.html(<CoveragePage {...props} />);
  });
}
