import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Requests for a further term. */
export function extensionRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
