import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { WebEnv } from "../deps.ts";
import { wantsHtml } from "../wants.ts";
import { doneCookie } from "./doneCookie.ts";

/**
 * After any act the next page says who was concerned and what was done, and leads on: whatever was written and answered
 * by a redirect (`answerChanged`) is told here, so that no page can forget it.
 */
export function sayWhatWasDone(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor, deps, today } = c.var;
    const isPage = c.req.method === "GET" && wantsHtml(c);
    if (!isPage || !actor || getCookie(c, doneCookie) === undefined) return next();
    // Loaded when there is something to say: no other request pays for it.
    const { forgetWritten, writtenBefore } = await import("./written.ts");
    const written = writtenBefore(c);
    if (!written) return next();
    const { doneBanner } = await import("./doneBanner.tsx");
    c.set("done", await doneBanner({ deps, actor, today, text: c.var.text }, written));
    await next();
    // A redirect on the way has shown nothing yet.
    if (c.res.headers.get("Content-Type")?.startsWith("text/html")) forgetWritten(c);
  };
}
