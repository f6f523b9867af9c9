import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Awards and contributions. */
export function awardRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
