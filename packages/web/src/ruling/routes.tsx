import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";

/** Statements, rulings, notices, reviews, early ends. */
export function rulingRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
