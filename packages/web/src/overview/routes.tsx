import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** A cohort seen as a whole: timeline, coverage, grades. */
export function overviewRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
