import type { Actor } from "@dunmiao/domain/actor";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import { backupAlert } from "./backupAlert.ts";
import type { WebEnv } from "./deps.ts";
import { ownPath } from "./ownPath.ts";
import type { Chrome } from "./ui/chrome.ts";
import { refusalSentence } from "./ui/refusalSentence.ts";

/** Header, navigation and band of the page that answers this request. */
export function chromeOf(c: Context<WebEnv>): Chrome {
  const { deps, text, today, actor, calendar } = c.var;
  const url = pageUrl(c);
  const banner = deps.banner?.({ text, url, actor, today });
  return {
    text,
    today,
    url,
    calendar,
    assets: deps.assets.urls,
    bureau: deps.bureau,
    languages: deps.languages,
    person: personOf(actor),
    inUse: actor?.assignment,
    otherRoles: c.var.otherRoles,
    hasAccounts: deps.hasAccounts,
    ...(banner !== undefined && { banner }),
    ...(c.var.done !== undefined && { done: c.var.done }),
    ...(actor && { unreadable: c.var.unreadable, behind: c.var.behind }),
    differences: c.var.differences,
    ...(actor && { alert: alertOf(c, actor), isEmergency: actor.emergency !== undefined }),
  };
}

/** What everybody, or who keeps the machine, must know before they begin. */
function alertOf(c: Context<WebEnv>, actor: Actor): string | undefined {
  const { deps, text } = c.var;
  if (deps.outage?.() === "store-full") return refusalSentence(text, { code: "store-full" });
  return backupAlert(c, actor);
}

/** A fresh idempotency key for a form: sent twice, it is one change. */
export function formKey(): string {
  return uuidv7();
}

/** Path and query of the page that GET shows; after a refused POST the page that held the form. */
function pageUrl(c: Context<WebEnv>): string {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === "GET") return ownPath(pathname + search);
  const referrer = c.req.header("Referer");
  const from = referrer === undefined ? undefined : URL.parse(referrer);
  return ownPath(from ? from.pathname + from.search : undefined);
}

function personOf(actor: Actor | undefined): Chrome["person"] {
  if (!actor || actor.role === "system") return undefined;
  const { name, role, unitName: unit = actor.serviceNumber, actsFor } = actor;
  return { role, ...(name && { name }), ...(unit && { unit }), ...(actsFor && { actsFor: actsFor.name }) };
}
