import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";

/** Members of a body at most: ten times the ticks of the longest list. Whoever walks a body walks no more than these. */
const mostMembers = 10_000;
/** Levels of a JSON body; nothing that the product reads has more than four. */
const deepestBody = 16;

/** Whether a form has more fields than any of ours: told from its bytes, before anything parses them. */
export async function hasTooManyFields(c: Context<WebEnv>): Promise<boolean> {
  const type = c.req.header("Content-Type") ?? "";
  const boundary = type.match(/boundary="?([^";]{1,200})/i)?.[1];
  const separator = type.toLowerCase().startsWith("multipart/") && boundary ? `--${boundary}` : "&";
  const bytes = Buffer.from(await c.req.arrayBuffer());
  let fields = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, at + separator.length)) {
    fields += 1;
    if (fields > mostMembers) return true;
  }
  return false;
}

/** Whether a parsed JSON body has more members or levels than any of ours; looks at no more than that many. */
export function isTooLarge(body: unknown): boolean {
  let members = 0;
  let level = [body];
  for (let depth = 0; depth <= deepestBody; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (value === null || typeof value !== "object") continue;
      const inner = Object.values(value);
      members += inner.length;
      if (members > mostMembers) return true;
      for (const each of inner) next.push(each);
    }
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}
