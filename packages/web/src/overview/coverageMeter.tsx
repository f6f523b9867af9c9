import type { Coverage } from "@dunmiao/domain/assessment/coverage";
import type { Scheme } from "@dunmiao/domain/scheme";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import type { Text } from "../ui/text.ts";
import { areaNames } from "./listPages.tsx";

type Props = { text: Text; coverage: Coverage; scheme: Scheme; today: string };

/** Months by duty areas with the number of pieces of evidence; a gap says so in words, beside its colour. */
export function CoverageMeter({ text, coverage, scheme, today }: Props) {
  const words = text.overviewPage;
  const { months, areas, counts } = coverage;
  const heads = [...areas.map((area) => areaNames(text, scheme, [area])), text.common.total].map(escapeText);
  const row = (name: string, cells: readonly Figure[]) =>
    `<tr><th scope="row">${name}</th>${cells.map((each, at) => cellOf(each, heads[at] ?? "")).join("")}</tr>`;
  const rows = months.map((month, at) => {
    const isGap = coverage.monthsWithout.includes(month);
    const isAhead = month > today.slice(0, 7);
    const figures = counts[at] ?? [];
    const total = sumOf(figures);
    const last = isGap ? gap(text) : figure(text, total, isAhead);
    return row(month, [...figures.map((count) => figure(text, count, isAhead)), last]);
  });
  const sums = areas.map((_, at) => sumOf(counts.map((each) => each[at] ?? 0)));
  const lasts = areas.map((area, at) =>
    coverage.areasWithout.includes(area) ? gap(text) : figure(text, sums[at] ?? 0, false),
  );
  const total = row(escapeText(text.common.total), [...lasts, figure(text, sumOf(sums), false)]);
  const caption = escapeText(words.coverageTable);
  return raw(
    `<div class="dm-scroll dm-cards dm-meter" role="region" aria-label="${escapeText(text.common.table({ caption: words.coverageTable }))}" tabindex="0">` +
      `<table class="dm-table"><caption>${caption}</caption><thead><tr><th scope="col">${escapeText(words.month)}</th>` +
      `${heads.map((head) => `<th scope="col" class="n">${head}</th>`).join("")}</tr></thead>` +
      `<tbody>${rows.join("")}${total}</tbody></table></div>`,
  );
}

type Figure = { said: string; mark?: "ahead" | "zero" };

/** A month to come asks for nothing yet. */
function figure(text: Text, count: number, isAhead: boolean): Figure {
  if (count === 0 && isAhead) return { said: escapeText(text.overviewPage.notYet), mark: "ahead" };
  return { said: String(count) };
}

/** The sum of a month or area that should have evidence and has none. */
function gap(text: Text): Figure {
  return { said: escapeText(text.overviewPage.emptyCell), mark: "zero" };
}

/** On a phone a month is a card, for which each cell carries its heading. */
function cellOf({ said, mark }: Figure, head: string): string {
  return `<td class="n${mark === undefined ? "" : ` ${mark}`}" data-l="${head}">${said}</td>`;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, each) => sum + each, 0);
}
