import { listSchemes, newestScheme } from "@dunmiao/store/scheme";
import { Hono } from "hono";
import { allow, readers } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { SchemePage, SchemesPage } from "./pages.tsx";

/** Schemes: the rules as they stand, read only. */
export function schemeRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/schemes", allow(...readers), async (c) => {
    const schemes = await listSchemes(c.var.deps.store);
    return wantsHtml(c)
      ? c.html(<SchemesPage chrome={chromeOf(c)} schemes={schemes} />)
      : c.json({ items: schemes });
  });
  app.get("/schemes/:id", allow(...readers), async (c) => {
    const scheme = await newestScheme(c.var.deps.store, c.req.param("id"));
    if (!scheme) return answerProblem(c, 404, "not-found");
    return wantsHtml(c) ? c.html(<SchemePage chrome={chromeOf(c)} scheme={scheme} />) : c.json(scheme);
  });
  return app;
}
