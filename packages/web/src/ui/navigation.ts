import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

/** Places of the navigation, in order; only pages that exist. */
const sections = [
  { section: "todo", href: "/" },
  { section: "cohorts", href: "/cohorts" },
  { section: "secondments", href: "/secondments" },
  { section: "schemes", href: "/schemes" },
  { section: "calendar", href: "/calendar" },
  { section: "units", href: "/units" },
] as const;
export type Section = (typeof sections)[number]["section"];

const rendered = new Map<string, HtmlEscapedString>();

/** The left navigation; it never changes within a language and section, so that it is built once. */
export function Navigation({ text, current }: { text: Text; current: Section | undefined }) {
  const key = `${text.language} ${current}`;
  const known = rendered.get(key);
  if (known) return known;
  const built = raw(navigationHtml(text, current));
  rendered.set(key, built);
  return built;
}

function navigationHtml(text: Text, current: Section | undefined): string {
  const items = sections.map(({ section, href }) => {
    const label = escapeText(text.nav[section]);
    return `<li><a href="${href}"${section === current ? ' aria-current="page"' : ""}>${label}</a></li>`;
  });
  return `<nav class="dm-nav" aria-label="${escapeText(text.nav.label)}"><ul>${items.join("")}</ul></nav>`;
}
