import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { WebEnv } from "./deps.ts";
import { type Language, languages, textOf } from "./ui/text.ts";
import { wantsHtml } from "./wants.ts";

const yearSeconds = 365 * 24 * 3600;

/** The first language on offer (Chinese unless told); another by `?lang=en`, which a cookie remembers; JSON clients may say so in Accept-Language. */
export function language(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { languages: offered = languages } = c.var.deps;
    const known = (name: string | undefined) => offered.find((each) => each === name);
    const asked = known(c.req.query("lang"));
    const chosen =
      asked ?? known(getCookie(c, "lang")) ?? known(acceptedByClient(c)) ?? offered[0] ?? "zh-CN";
    c.set("text", await textOf(chosen));
    await next();
    // Afterwards: the answer comes from another app, which knows of no cookie that was set before.
    if (asked)
      setCookie(c, "lang", asked, { path: "/", maxAge: yearSeconds, sameSite: "Lax", httpOnly: true });
  };
}

function acceptedByClient(c: Context<WebEnv>): Language | undefined {
  if (wantsHtml(c)) return undefined;
  return c.req.header("Accept-Language")?.startsWith("en") ? "en" : undefined;
}
