import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** What the workflow told a role or unit. */
export function notificationRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
