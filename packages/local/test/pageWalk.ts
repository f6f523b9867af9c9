import type { signIn } from "./running.ts";

export type Reader = Awaited<ReturnType<typeof signIn>>;
/** A page that was opened: where it was offered, what it answered. */
export type Visited = { path: string; offeredBy: string; status: number; html: string };

/** Opens the start page and whatever a page offers to its reader, one address of each kind: ids and queries left out. */
export async function walkAs(reader: Reader, language: string): Promise<Visited[]> {
  const kinds = new Set<string>(["/"]);
  const waiting = [{ path: "/", offeredBy: "" }];
  const visited: Visited[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { status, html } = await openPage(reader, next.path, language);
    visited.push({ ...next, status, html });
    for (const path of linksOf(html)) {
      if (kinds.has(kindOf(path))) continue;
      kinds.add(kindOf(path));
      waiting.push({ path, offeredBy: next.path });
    }
  }
  return visited;
}

/** A page in a language; anything else than a page is empty. */
async function openPage(reader: Reader, path: string, language: string) {
  const answer = await reader.get(inLanguage(path, language), "text/html");
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  const body = await answer.text();
  return { status: answer.status, html: isPage ? body : "" };
}

/** The same address in a language. */
function inLanguage(path: string, language: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}

/** An address without its ids and query. */
export function kindOf(path: string): string {
  return (path.split("?")[0] ?? "").replaceAll(/\/(?=[^/]*\d)[^/]+/g, "/*");
}

/** The pages that a page links to; files are asked for elsewhere. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\bhref=(?:"([^"]*)"|([^\s>]*))/g)]
    .map(([, quoted, bare]) => (quoted ?? bare ?? "").replaceAll("&amp;", "&").split("#")[0] ?? "")
    .filter(
      (path) => path.startsWith("/") && !/^\/(assets|local)\/|\.(xlsx|csv)(\?|$)|[?&](lang|as)=/.test(path),
    );
}

/** The text that a reader sees, without markup. */
export function visibleText(html: string): string {
  const [, body = ""] = html.split(/<body[^>]*>/);
  return body
    .replaceAll(/<(script|style|code)\b[\s\S]*?<\/\1>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#?\w+;/g, " ");
}
