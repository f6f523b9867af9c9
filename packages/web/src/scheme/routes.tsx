import { mayTry } from "@dunmiao/domain/permissions";
import { findScheme, listSchemes, listSchemeVersions, newestScheme } from "@dunmiao/store/scheme";
import { loadSchemeTrail } from "@dunmiao/store/schemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { draftRoutes } from "./draftRoutes.tsx";
import type { Rights } from "./frame.tsx";
import { SchemePage, SchemesPage } from "./pages.tsx";
import { previewRoutes } from "./previewRoutes.tsx";
import { versionQuery } from "./query.ts";

/** Schemes: the rules as they stand in every version, drafts of the next one, their preview and publication. */
export function schemeRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/schemes", allow("read-schemes", "Schemes"), async (c) => {
    const { store } = c.var.deps;
    const [schemes, all] = await Promise.all([listSchemes(store), listSchemeVersions(store)]);
    const rights = rightsOf(c);
    const versions = all.filter((each) => each.status === "published" || rights.maySeeDrafts);
    return wantsHtml(c)
      ? c.html(<SchemesPage chrome={chromeOf(c)} schemes={schemes} versions={versions} rights={rights} />)
      : c.json({ items: schemes, versions: versions.map(named) });
  });
  app.get(
    "/schemes/:id",
    allow("read-schemes", "One scheme version, every setting; the newest unless told", {
      query: versionQuery,
    }),
    async (c) => {
      const { store } = c.var.deps;
      const id = c.req.param("id");
      const query = versionQuery.safeParse(c.req.query());
      const newest = await newestScheme(store, id);
      if (!newest || !query.success) return answerProblem(c, "not-found");
      const { version = newest.version } = query.data;
      const scheme = await findScheme(store, { schemeId: id, schemeVersion: version });
      if (!scheme) return answerProblem(c, "not-found");
      if (!wantsHtml(c)) return c.json(scheme);
      const trail = await loadSchemeTrail(store, scheme);
      const props = { chrome: chromeOf(c), scheme, trail, newestVersion: newest.version };
      return c.html(<SchemePage {...props} rights={rightsOf(c)} />);
    },
  );
  app.route("/", draftRoutes());
  app.route("/", previewRoutes());
  return app;
}

function rightsOf(c: Context<WebEnv>): Rights {
  const actor = actorOf(c);
  return { maySeeDrafts: mayTry(actor, "read-drafts"), mayDraft: mayTry(actor, "edit-scheme") };
}

function named({ schemeId, schemeVersion, status }: SchemeVersion) {
  return { id: schemeId, version: schemeVersion, status };
}
