import { loadSession } from "@dunmiao/store/session";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { WebEnv } from "./deps.ts";

/** Reads who is signed in from the session row behind the cookie: one GetItem, none without a cookie. */
export function session(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { store, sessionCookie } = c.var.deps;
    const cookie = getCookie(c, sessionCookie);
    c.set("actor", cookie ? await loadSession(store, cookie) : undefined);
    await next();
  };
}
