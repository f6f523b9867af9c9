import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";

/** Members of a body at most: ten times the ticks of the longest list. Whoever walks a body walks no more than these. */
export const mostMembers = 10_000;
/** Levels of a JSON body at most; nothing that the product reads has more than four. */
export const deepestBody = 16;
/**
 * Bytes of a form that carries no file at most: three times the longest of ours, an import with five thousand answers.
 * The platform takes most of a second for five megabytes of blanks, which such a form writes as `+`.
 */
export const longestFormBytes = 1024 * 1024;

/**
 * Whether a body has more members or levels than any of ours, or is a longer form: told from its bytes, before anything parses them. Five
 * megabytes of nothing but nesting cost a parser most of a second.
 */
export async function hasTooManyMembers(c: Context<WebEnv>): Promise<boolean> {
  const type = c.req.header("Content-Type")?.toLowerCase() ?? "";
  const bytes = Buffer.from(await c.req.arrayBuffer());
  if (type.includes("json")) return isTooLarge(bytes);
  if (type.includes("urlencoded") && bytes.length > longestFormBytes) return true;
  // Whatever the boundary is, a part ends in a line that begins so; what the header says of it can be written two ways.
  return hasMore(bytes, type.startsWith("multipart/") ? "\r\n--" : "&");
}

function hasMore(bytes: Buffer, separator: string): boolean {
  let fields = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, at + separator.length)) {
    fields += 1;
    if (fields > mostMembers) return true;
  }
  return false;
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const openers: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closers: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const lastBlank = 0x20;

/**
 * Whether JSON has more than 10,000 members (of objects and lists together, as sent: a key sent twice counts twice) or
 * more than 16 levels of them. One walk over its bytes; what is no JSON is left to the parser, which stops at the fault.
 */
export function isTooLarge(json: Buffer): boolean {
  let levels = 0;
  let members = 0;
  let hasOpened = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte <= lastBlank) continue;
    const isCloser = closers.has(byte);
    // The first member has no comma before it.
    if (byte === comma || (hasOpened && !isCloser)) members += 1;
    hasOpened = openers.has(byte);
    if (hasOpened) levels += 1;
    else if (isCloser) levels -= 1;
    else if (byte === quote) at = endOfText(json, at);
    if (members > mostMembers || levels > deepestBody) return true;
  }
  return false;
}

/** Where the text that begins at `from` has its closing mark; the end of the bytes where it has none. */
function endOfText(json: Buffer, from: number): number {
  for (let end = json.indexOf(quote, from + 1); end >= 0; end = json.indexOf(quote, end + 1)) {
    let before = end;
    while (json[before - 1] === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return json.length;
}
