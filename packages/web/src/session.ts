import { presentActor } from "@dunmiao/store/presentOfficer";
import { loadSession } from "@dunmiao/store/session";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { WebEnv } from "./deps.ts";

/**
 * Reads who is signed in from the session row behind the cookie: one GetItem, none without a cookie; a second one for
 * whoever is bound to a service number, which may have been merged into another one since; and one more for who signed in
 * with an account, whose roles may have ended since.
 */
export function session(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { store, sessionCookie } = c.var.deps;
    const cookie = getCookie(c, sessionCookie);
    const actor = cookie ? await loadSession(store, cookie) : undefined;
    c.set("actor", actor && (await presentActor(store, actor, c.var.today)));
    await next();
  };
}
