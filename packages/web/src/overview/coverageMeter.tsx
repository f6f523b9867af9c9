import type { Coverage } from "@dunmiao/domain/coverage";
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
  const heads = [...areas.map((area) => areaNames(text, scheme, [area])), text.common.total];
  const rows = months.map((month, at) => {
    const isGap = coverage.monthsWithout.includes(month);
    const figures = counts[at] ?? [];
    const cells = figures.map((count) => cell(count, text, month > today.slice(0, 7)));
    const total = figures.reduce((sum, each) => sum + each, 0);
    const last = isGap ? sumCell(total, true, text) : cell(total, text, month > today.slice(0, 7));
    return `<tr><th scope="row">${month}</th>${cells.join("")}${last}</tr>`;
  });
  const sums = areas.map((_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const all = sums.reduce((sum, each) => sum + each, 0);
  const last = `<tr><th scope="row">${escapeText(text.common.total)}</th>${areas
    .map((area, at) => sumCell(sums[at] ?? 0, coverage.areasWithout.includes(area), text))
    .join("")}<td class="n">${all}</td></tr>`;
  const caption = escapeText(words.coverageTable);
  return raw(
    `<div class="dm-scroll" role="region" aria-label="${escapeText(text.common.table({ caption: words.coverageTable }))}" tabindex="0">` +
      `<table class="dm-table dm-meter"><caption>${caption}</caption><thead><tr><th scope="col">${escapeText(words.month)}</th>` +
      `${heads.map((head) => `<th scope="col" class="n">${escapeText(head)}</th>`).join("")}</tr></thead>` +
      `<tbody>${rows.join("")}${last}</tbody></table></div>`,
  );
}

/** A month to come asks for nothing yet. */
function cell(count: number, text: Text, isAhead: boolean): string {
  if (count === 0 && isAhead) return `<td class="n ahead">${escapeText(text.overviewPage.notYet)}</td>`;
  return `<td class="n">${count}</td>`;
}

function sumCell(total: number, isGap: boolean, text: Text): string {
  return isGap
    ? `<td class="n zero">${escapeText(text.overviewPage.emptyCell)}</td>`
    : `<td class="n">${total}</td>`;
}
