import { listKept, takeKept } from "@dunmiao/store/kept";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { KeptPage } from "./page.tsx";

/** Forms that were sent after the session had ended, for who filled them in: every role fills in forms. */
export function keptRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/kept",
    allow("send-kept-forms", "Forms that one sent after the session had ended, kept for an hour"),
    async (c) => {
      const kept = await listKept(c.var.deps.store, actorOf(c));
      if (!wantsHtml(c)) return c.json({ items: kept.map(({ actor: _, ...form }) => form) });
      return c.html(<KeptPage chrome={chromeOf(c)} kept={kept} />);
    },
  );
  app.post(
    "/kept/:id/send",
    allow("send-kept-forms", "Send a kept form on to where it was for, once"),
    async (c) => {
      const kept = await take(c, c.req.param("id"));
      // The browser sends the same body on to where the form was for: permission and rules are those of that route.
      return kept ? c.redirect(kept.path, 307) : answerProblem(c, "not-found");
    },
  );
  app.post("/kept/:id/discard", allow("send-kept-forms", "Throw a kept form away"), async (c) => {
    const kept = await take(c, c.req.param("id"));
    if (!kept) return answerProblem(c, "not-found");
    return wantsHtml(c) ? c.redirect("/kept", 303) : c.body(null, 204);
  });
  return app;
}

function take(c: Context<WebEnv>, id: string) {
  return takeKept(c.var.deps.store, { actor: actorOf(c), id });
}
