import type { PersonRole } from "@dunmiao/domain/actor";
import { mayTry, type PermittedAct } from "@dunmiao/domain/permissions";
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

/** Places of the navigation, in order; only pages that exist, and that the role may open. */
const sections = [
  { section: "todo", href: "/", act: "read-todos" },
  { section: "cohorts", href: "/cohorts", act: "read-cohorts" },
  { section: "secondments", href: "/secondments", act: "read-secondment" },
  { section: "pairs", href: "/pairs", act: "read-pairs" },
  { section: "assessments", href: "/assessments", act: "read-secondment" },
  { section: "schemes", href: "/schemes", act: "read-schemes" },
  { section: "calendar", href: "/calendar", act: "read-calendar" },
  { section: "units", href: "/units", act: "read-units" },
  { section: "posts", href: "/posts", act: "read-posts" },
  { section: "spotChecks", href: "/spot-checks", act: "read-spot-checks" },
  { section: "notifications", href: "/notifications", act: "read-messages" },
  { section: "heads", href: "/audit/heads", act: "read-heads" },
  { section: "delegations", href: "/delegations", act: "keep-delegations" },
  { section: "exports", href: "/audit/exports", act: "export-audit" },
  { section: "accounts", href: "/accounts", act: "read-accounts" },
] as const satisfies readonly { section: string; href: string; act: PermittedAct }[];
export type Section = (typeof sections)[number]["section"];

/** Pages of sites where people sign in with accounts of this installation. */
const ofAccounts: readonly Section[] = ["accounts", "delegations"];

const rendered = new Map<string, HtmlEscapedString>();

type NavigationProps = { text: Text; role: PersonRole; current: Section | undefined; hasAccounts: boolean };

/** The left navigation; it never changes within a language, role and section, so that it is built once. */
export function Navigation({ text, role, current, hasAccounts }: NavigationProps) {
  const key = `${text.language} ${role} ${current} ${hasAccounts}`;
  const known = rendered.get(key);
  if (known) return known;
  const built = raw(navigationHtml({ text, role, current, hasAccounts }));
  rendered.set(key, built);
  return built;
}

function navigationHtml({ text, role, current, hasAccounts }: NavigationProps): string {
  const there = sections.filter(({ section }) => hasAccounts || !ofAccounts.includes(section));
  const open = there.filter(({ act }) => mayTry({ role }, act));
  const items = open.map(({ section, href }) => {
    const label = escapeText(text.nav[section]);
    return `<li><a href="${href}"${section === current ? ' aria-current="page"' : ""}>${label}</a></li>`;
  });
  return `<nav class="dm-nav" aria-label="${escapeText(text.nav.label)}"><ul>${items.join("")}</ul></nav>`;
}
