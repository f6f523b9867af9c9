import { mayTry } from "@dunmiao/domain/permissions";
import {
  findPairScheme,
  listPairSchemes,
  listPairSchemeVersions,
  newestPairScheme,
} from "@dunmiao/store/pairScheme";
import { loadPairSchemeTrail } from "@dunmiao/store/pairSchemeRecord";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import type { Rights } from "../scheme/frame.tsx";
import { versionQuery } from "../scheme/query.ts";
import { wantsHtml } from "../wants.ts";
import { pairDraftRoutes } from "./draftRoutes.tsx";
import { PairSchemePage, PairSchemesPage } from "./pages.tsx";

/** Pair schemes: the rules as they stand in every version, drafts of the next one and their publication. */
export function pairSchemeRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/pair-schemes", allow("read-schemes", "Schemes of mentor pairs"), async (c) => {
    const { store } = c.var.deps;
    const [schemes, all] = await Promise.all([listPairSchemes(store), listPairSchemeVersions(store)]);
    const versions = all.filter(({ status }) => status === "published" || rightsOf(c).maySeeDrafts);
    if (wantsHtml(c)) {
      const props = { chrome: chromeOf(c), schemes, versions };
      return c.html(<PairSchemesPage {...props} rights={rightsOf(c)} />);
    }
    const named = versions.map(({ schemeId: id, schemeVersion: version, status }) => ({
      id,
      version,
      status,
    }));
    return c.json({ items: schemes, versions: named });
  });
  const showing = allow(
    "read-schemes",
    "One version of a pair scheme, every setting; the newest unless told",
    {
      query: versionQuery,
    },
  );
  app.get("/pair-schemes/:id", showing, async (c) => {
    const { store } = c.var.deps;
    const id = c.req.param("id");
    const query = versionQuery.safeParse(c.req.query());
    const newest = await newestPairScheme(store, id);
    if (!newest || !query.success) return answerProblem(c, "not-found");
    const { version = newest.version } = query.data;
    const scheme = await findPairScheme(store, { schemeId: id, schemeVersion: version });
    if (!scheme) return answerProblem(c, "not-found");
    if (!wantsHtml(c)) return c.json(scheme);
    const trail = await loadPairSchemeTrail(store, scheme);
    const props = { chrome: chromeOf(c), scheme, trail, newestVersion: newest.version };
    return c.html(<PairSchemePage {...props} rights={rightsOf(c)} />);
  });
  pairDraftRoutes(app);
  return app;
}

function rightsOf(c: Context<WebEnv>): Rights {
  const actor = actorOf(c);
  return { maySeeDrafts: mayTry(actor, "read-drafts"), mayDraft: mayTry(actor, "edit-scheme") };
}
