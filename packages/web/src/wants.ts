import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";

/** Browsers ask for HTML; everyone else gets JSON. */
export function wantsHtml(c: Context<WebEnv>): boolean {
  return c.req.header("Accept")?.includes("text/html") === true;
}
