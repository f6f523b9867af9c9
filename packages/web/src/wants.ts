import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";

/** Browsers ask for HTML, and so does who wants the tables of a page; everyone else gets JSON. */
export function wantsHtml(c: Context<WebEnv>): boolean {
  return c.var.isWhole === true || c.req.header("Accept")?.includes("text/html") === true;
}
