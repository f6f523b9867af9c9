import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Forms of checkpoints: file, send back, accept. */
export function assessmentRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
