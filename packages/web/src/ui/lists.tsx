import { sheetHref } from "./sheetLink.ts";
import type { Text } from "./text.ts";

export type Chip = { readonly label: string; readonly removeHref: string };

/** The filters of a list, each removable; they live in the URL. */
export function FilterChips({
  text,
  chips,
  clearHref,
}: {
  text: Text;
  chips: readonly Chip[];
  clearHref: string;
}) {
  if (chips.length === 0) return null;
  return (
    <div class="dm-chips">
      <span id="chips-label">{text.common.filteredBy}</span>
      <ul aria-labelledby="chips-label">
        {chips.map((chip) => (
          <li>
            <a href={chip.removeHref} aria-label={text.common.removeFilter({ filter: chip.label })}>
              {chip.label} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <a class="govuk-link" href={clearHref} data-no-print>
        {text.common.clearFilters}
      </a>
    </div>
  );
}

type PagerProps = {
  text: Text;
  /** Address of the page itself: leads to all rows at once, which print. */
  url?: string | undefined;
  previous?: string | undefined;
  next?: string | undefined;
  summary?: string | undefined;
};

/** Steps through a list; `summary` says which part is shown. Paper says it, too, and that there is more. */
export function Pager({ text, url, previous, next, summary }: PagerProps) {
  if (!previous && !next && !summary) return null;
  return (
    <nav class="dm-pager" aria-label={text.common.pages}>
      {summary ? <span>{summary}</span> : null}
      {previous ? (
        <a class="govuk-link" href={previous} rel="prev">
          ← {text.common.previous}
        </a>
      ) : null}
      {next ? (
        <a class="govuk-link" href={next} rel="next">
          {text.common.next} →
        </a>
      ) : null}
      {previous || next ? <span class="dm-pager__part">{text.sheet.part}</span> : null}
      {url && (previous || next) ? (
        <a class="govuk-link" href={sheetHref(url, "whole")} data-no-print>
          {text.sheet.whole}
        </a>
      ) : null}
    </nav>
  );
}
