import { refuse } from "@dunmiao/domain/refusal";
import { listKept, takeKept } from "@dunmiao/store/kept";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { leadOn, mountForm, noBody } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
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
  mountForm(app, {
    path: "/kept/:id/send",
    permission: "send-kept-forms",
    summary: "Send a kept form on to where it was for, once",
    reader: noBody,
    work: async (c) => {
      const kept = await take(c);
      // The browser sends the same body on to where the form was for: permission and rules are those of that route.
      return kept ? c.redirect(kept.path, 307) : refuse("not-found");
    },
  });
  mountForm(app, {
    path: "/kept/:id/discard",
    permission: "send-kept-forms",
    summary: "Throw a kept form away",
    reader: noBody,
    work: async (c) => ((await take(c)) ? leadOn(c, "/kept") : refuse("not-found")),
  });
  return app;
}

function take(c: Context<WebEnv>) {
  return takeKept(c.var.deps.store, { actor: actorOf(c), id: c.req.param("id") ?? "" });
}
