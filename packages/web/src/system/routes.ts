import { Hono } from "hono";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { retryAfterSeconds } from "../outage.ts";

/** Health and the API's description; `app` is the app that is described. */
export function systemRoutes(app: Hono<WebEnv>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get("/healthz", allowEveryone("Ready once engine, stream and workflows serve"), async (c) => {
    const { deps } = c.var;
    const outage = deps.outage?.();
    const isReady = outage === undefined && (await deps.isReady());
    // Who starts is asked again as soon as who lost the engine.
    if (!isReady) c.header("Retry-After", retryAfterSeconds[outage ?? "store-unavailable"]);
    return c.json({ status: isReady ? "ready" : (outage ?? "starting") }, isReady ? 200 : 503);
  });
  routes.get("/openapi.json", allowEveryone("This description"), async (c) => {
    // Loaded when asked for: no request pays for it before.
    const { openApi } = await import("./openapi.ts");
    return c.json(openApi(app));
  });
  return routes;
}
