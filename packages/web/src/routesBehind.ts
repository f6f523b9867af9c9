import { type Context, Hono } from "hono";
import { requireActs, requireFrames } from "./access.ts";
import type { WebEnv } from "./deps.ts";

/**
 * Routes that the app loads when they are asked for, with what it has found out about the request: who asks, in which
 * language, on which day. `otherwise` answers what none of them does; errors are the app's. A route
 * that states no act, or a POST outside the frame of forms, throws here, before any of them answers.
 */
export function routesBehind(
  nouns: readonly (() => Hono<WebEnv>)[],
  otherwise: (c: Context<WebEnv>) => Response | Promise<Response>,
): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    const { handed } = c.env;
    if (!handed) throw new Error("these routes run behind the app");
    c.set("deps", handed.deps);
    c.set("text", handed.text);
    c.set("today", handed.today);
    c.set("actor", handed.actor);
    c.set("otherRoles", handed.otherRoles);
    c.set("calendar", handed.calendar);
    c.set("requestId", handed.requestId);
    if (handed.unreadable) c.set("unreadable", handed.unreadable);
    if (handed.opened) c.set("opened", handed.opened);
    c.set("isWhole", handed.isWhole);
    c.set("done", handed.done);
    c.set("differences", handed.differences);
    await next();
  });
  for (const routes of nouns) app.route("/", routes());
  app.notFound(otherwise);
  app.onError((error) => {
    throw error;
  });
  requireActs(app);
  requireFrames(app);
  return app;
}
