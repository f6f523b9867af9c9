import { raw } from "hono/html";
import { escapeText } from "./markup.ts";

/** A link as ready HTML: for table cells, where a JSX node per cell costs too much. `href` and `label` are escaped. */
export function link(href: string, label: string) {
  return raw(`<a class="govuk-link" href="${escapeText(href)}">${escapeText(label)}</a>`);
}

/** A link to something to be done, which paper leaves out. */
export function actLink(href: string, label: string) {
  return raw(`<a class="govuk-link" href="${escapeText(href)}" data-no-print>${escapeText(label)}</a>`);
}
