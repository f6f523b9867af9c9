import type { Hono } from "hono";
import { secondmentRoutes } from "./case/routes.tsx";
import type { WebEnv } from "./deps.ts";
import { routesBehind } from "./routesBehind.ts";
import { todoRoutes } from "./todo/routes.tsx";

/** What is read all day; loads everything else with the first request that is for neither. */
export function everydayRoutes(): Hono<WebEnv> {
  return routesBehind([todoRoutes, secondmentRoutes], async (c) => {
    later ??= await loadLater();
    return later.fetch(c.req.raw, { handed: c.var });
  });
}

/**
 * Loads every route of the product, for a start that can wait: one that states no act ends the start here, not the first
 * request for it.
 */
export async function loadEveryRoute(): Promise<void> {
  everydayRoutes();
  later ??= await loadLater();
}

let later: Hono<WebEnv> | undefined;

async function loadLater(): Promise<Hono<WebEnv>> {
  const { laterRoutes } = await import("./laterRoutes.ts");
  return laterRoutes();
}
