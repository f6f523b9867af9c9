import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { WebEnv } from "./deps.ts";

const bearer = /^Bearer +(\S+)$/i;

/**
 * Reads who is signed in from the session row behind the cookie: one GetItem, none without a cookie; a second one for
 * whoever is bound to a service number, which may have been merged into another one since; and one more for who signed in
 * with an account, whose roles may have ended since. A program that asks by token is let in or refused here.
 */
export function session(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { store, sessionCookie, clock, machines } = c.var.deps;
    const cookie = getCookie(c, sessionCookie);
    const [, token] = bearer.exec(c.req.header("Authorization") ?? "") ?? [];
    if (machines && token !== undefined) {
      // Loaded with the first token.
      const { admitMachine } = await import("./machine/admit.ts");
      const refused = await admitMachine(c, machines, { token, hasSession: cookie !== undefined });
      return refused ?? next();
    }
    if (cookie) {
      // Loaded with the first request of somebody who is signed in.
      loaded ??= await import("./sessionActor.ts");
      const at = { today: c.var.today, now: clock.now() };
      const present = await loaded.sessionActor(store, cookie, at);
      c.set("actor", present?.actor);
      c.set("otherRoles", present?.others);
    }
    await next();
  };
}

let loaded: typeof import("./sessionActor.ts") | undefined;
