import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Hand-over between predecessor and successor at a post. */
export function handOverRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
