import type { Outage } from "@dunmiao/store/engine/outage";
import type { Context, MiddlewareHandler } from "hono";
import type { WebEnv } from "./deps.ts";
import { answerProblem } from "./problem.tsx";

/** Seconds after which a client may ask again: an engine is back within one, a full disk is not. */
export const retryAfterSeconds: Record<Outage, string> = { "store-unavailable": "2", "store-full": "60" };

/** 503 with the reason and when to ask again. */
export function answerOutage(c: Context<WebEnv>, outage: Outage) {
  c.header("Retry-After", retryAfterSeconds[outage]);
  return answerProblem(c, outage);
}

/**
 * Answers for a store that is known not to serve, before anything is asked of it: nothing hangs and nothing is half
 * done. Without room only what writes is refused.
 */
export function refuseInOutage(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const outage = c.var.deps.outage?.();
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    if (!outage || c.req.path === "/healthz" || (outage === "store-full" && reads)) return next();
    return answerOutage(c, outage);
  };
}
