import { Hono } from "hono";
import { allowEveryone } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { retryAfterSeconds } from "../outage.ts";
import { answerProblem } from "../problem.tsx";

/** A file that nobody looked after for longer says nothing (RFC 9116, 2.5.5: less than a year). */
const expiresAfterDays = 180;

/** Health, to whom weaknesses are reported, and the API's description; `app` is the app that is described. */
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
  routes.get(
    "/.well-known/security.txt",
    allowEveryone("To whom a weakness of this site is reported (RFC 9116)"),
    async (c) => {
      const { securityContact, origin, clock } = c.var.deps;
      if (securityContact === undefined) return answerProblem(c, "not-found");
      const expires = new Date(Date.parse(clock.now()) + expiresAfterDays * 24 * 3_600_000);
      const lines = [
        `Contact: ${securityContact}`,
        `Expires: ${expires.toISOString()}`,
        "Preferred-Languages: zh-CN, en",
        ...(origin === undefined ? [] : [`Canonical: ${origin}${c.req.path}`]),
      ];
      return c.text(`${lines.join("\n")}\n`);
    },
  );
  routes.get("/openapi.json", allowEveryone("This description"), async (c) => {
    // Loaded when asked for: no request pays for it before.
    const { openApi } = await import("./openapi.ts");
    return c.json(openApi(app));
  });
  return routes;
}
