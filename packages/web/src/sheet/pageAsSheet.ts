import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "../deps.ts";
import { sheetParameter } from "../ui/sheetLink.ts";

/** The media type of .xlsx. */
export const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * `?as=xlsx` on any page: the same route, permission and rows, all of them instead of one page of a list, as a workbook
 * with one sheet for each table. A page without a table is shown as it is. `?as=whole` is the page itself with every
 * row, for printing.
 */
export function pageAsSheet(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const wanted = c.req.query(sheetParameter);
    if (c.req.method !== "GET" || (wanted !== "xlsx" && wanted !== "whole")) return next();
    c.set("isWhole", true);
    await next();
    if (wanted === "whole") return;
    if (c.res.status !== 200 || !c.res.headers.get("Content-Type")?.startsWith("text/html")) return;
    const { sheetsOfPage } = await import("./sheetsOfPage.ts");
    const { text, today, deps } = c.var;
    const file = await sheetsOfPage(await c.res.clone().text(), { text, today, bureau: deps.bureau });
    if (!file) return;
    const headers = new Headers(c.res.headers);
    headers.set("Content-Type", sheetType);
    headers.set("Content-Disposition", attachment(file.name, today));
    c.res = undefined;
    c.res = new Response(file.bytes, { status: 200, headers });
  };
}

/** A download with a name in the language of the page, and a plain one for what cannot read it. */
export function attachment(name: string, today: string, extension = "xlsx"): string {
  const full = encodeURIComponent(`${name}-${today}.${extension}`);
  return `attachment; filename="dunmiao-${today}.${extension}"; filename*=UTF-8''${full}`;
}
