import { kinds } from "@dunmiao/store/engine/kinds";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import type { WebEnv } from "../deps.ts";
import { doneCookie as cookie } from "./doneCookie.ts";

/** Long enough for a redirect on a slow line; what is older says nothing of the page that is opened then. */
const keptSeconds = 60;

const writtenSchema = z.object({
  kind: z.enum(kinds),
  id: z.string().min(1).max(128),
  version: z.coerce.number().int().positive().max(999_999_999),
});
/** A record as an act left it: no name and no fact, which are read again. */
export type Written = z.infer<typeof writtenSchema>;

/** Notes for the page that a browser is sent to what was just written; shown once. */
export function rememberWritten(
  c: Context<WebEnv>,
  { kind, id, version }: Omit<Written, "kind"> & { kind: string },
): void {
  const options = { path: "/", maxAge: keptSeconds, sameSite: "Lax", httpOnly: true } as const;
  const secure = c.var.deps.sessionCookie.startsWith("__");
  setCookie(c, cookie, `${kind}:${version}:${id}`, { ...options, secure });
}

/** What the last act of this browser wrote; undefined where nothing was written just now, or the note is none of ours. */
export function writtenBefore(c: Context<WebEnv>): Written | undefined {
  const [kind, version, ...id] = getCookie(c, cookie)?.split(":") ?? [];
  return writtenSchema.safeParse({ kind, version, id: id.join(":") }).data;
}

/** The page has said it. */
export function forgetWritten(c: Context<WebEnv>): void {
  deleteCookie(c, cookie, { path: "/" });
}
