import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";

/** Browsers ask for HTML, and so does who wants the tables of a page; everyone else gets JSON, and so does a machine. */
export function wantsHtml(c: Context<WebEnv>): boolean {
  if (c.var.isWhole === true) return true;
  return c.var.actor?.machine === undefined && c.req.header("Accept")?.includes("text/html") === true;
}
