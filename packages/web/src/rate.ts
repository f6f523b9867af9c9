import { refuse } from "@dunmiao/domain/refusal";
import type { MiddlewareHandler } from "hono";
import type { Costly, WebEnv } from "./deps.ts";
import { answerRefused } from "./problem.tsx";
import { sheetParameter } from "./ui/sheetLink.ts";

/** How often one person may within ten minutes: more than anybody works, less than keeps a server from everybody else. */
const usesOf: Readonly<Record<Costly, number>> = { file: 300, matching: 30, check: 150 };
const minutes = 10;

/** Refuses with 429 and when to ask again what one person asks for too often; the count is shared by all servers. */
export function limitUse(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor, deps } = c.var;
    const what = costlyOf(c.req.method, c.req.path, c.req.query(sheetParameter));
    if (!actor || !what) return next();
    // Loaded with the first file: no page pays for it before.
    const { countUse } = await import("@dunmiao/store/tries");
    const uses = deps.uses?.[what] ?? usesOf[what];
    const wait = await countUse(deps.store, { name: `${what} ${actor.id}`, uses, minutes });
    if (wait === undefined) return next();
    return answerRefused(c, refuse("too-often", undefined, { minutes: Math.ceil(wait / 60) }).refusals);
  };
}

function costlyOf(method: string, path: string, as: string | undefined): Costly | undefined {
  // HEAD costs what GET costs.
  if (method === "GET" || method === "HEAD")
    return as !== undefined || /\/print$|\.(csv|json|xlsx)$/.test(path) ? "file" : undefined;
  if (method !== "POST") return undefined;
  if (path === "/pairs/proposals") return "matching";
  return /\/(imports|import)$/.test(path) ? "check" : undefined;
}
