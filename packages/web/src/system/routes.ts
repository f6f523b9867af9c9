import { Hono } from "hono";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";

/** Health; the API's description joins it. */
export function systemRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/healthz", allowEveryone(), async (c) => {
    const isReady = await c.var.deps.isReady();
    return c.json({ status: isReady ? "ready" : "starting" }, isReady ? 200 : 503);
  });
  return app;
}
