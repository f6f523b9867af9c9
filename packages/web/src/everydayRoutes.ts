import type { Hono } from "hono";
import { secondmentRoutes } from "./case/routes.tsx";
import type { WebEnv } from "./deps.ts";
import { routesBehind } from "./routesBehind.ts";
import { todoRoutes } from "./todo/routes.tsx";

/** What is read all day; loads everything else with the first request that is for neither. */
export function everydayRoutes(): Hono<WebEnv> {
  return routesBehind([todoRoutes, secondmentRoutes], async (c) => {
    const { laterRoutes } = await import("./laterRoutes.ts");
    later ??= laterRoutes();
    return later.fetch(c.req.raw, { handed: c.var });
  });
}

let later: Hono<WebEnv> | undefined;
