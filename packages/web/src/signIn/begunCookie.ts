import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebEnv } from "../deps.ts";
import { cookieOptions } from "./cookie.ts";

/** Beside the session's: that of a sign-in at the provider which is not finished. */
function nameOf(c: Context<WebEnv>): string {
  return `${c.var.deps.sessionCookie}-begun`;
}

/** The sign-in that this browser has begun. */
export function begunCookie(c: Context<WebEnv>): string | undefined {
  return getCookie(c, nameOf(c));
}

export function setBegunCookie(c: Context<WebEnv>, cookie: string): void {
  setCookie(c, nameOf(c), cookie, cookieOptions(c));
}

export function dropBegunCookie(c: Context<WebEnv>): void {
  deleteCookie(c, nameOf(c), cookieOptions(c));
}
