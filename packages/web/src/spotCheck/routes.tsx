import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Spot checks: draws, reveals, findings. */
export function spotCheckRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
