import { raw } from "hono/html";
import { formatDays } from "./format.ts";
import { type Level, levelReached, levels } from "./level.ts";
import { link } from "./link.ts";
import { escapeText } from "./markup.ts";
import { Details } from "./pieces.tsx";
import { type Column, DenseTable } from "./table.ts";
import type { Text } from "./text.ts";

export type Bar = {
  readonly label: string;
  readonly countedDays: number;
  readonly pendingDays: number;
  readonly href?: string | undefined;
};
type ChartProps = {
  text: Text;
  caption: string;
  bars: readonly Bar[];
  limitDays: number;
  warnAtDays: readonly number[];
  /** Width of the picture in pixels; 1,180 unless told. */
  width?: number | undefined;
  /** Left out where the rows stand on the same page anyway. */
  isTableHidden?: boolean | undefined;
};

const height = 120;
const baseline = height - 4;

/**
 * One bar per person, most days first, with what waits on top in the colour that it would have, the limit as a line, and
 * the same figures as a table.
 */
export function BarChart(props: ChartProps) {
  const bars = props.bars.toSorted((a, b) => b.countedDays - a.countedDays);
  return (
    <figure class="dm-chart">
      <figcaption>{props.caption}</figcaption>
      {raw(barsSvg({ ...props, bars }))}
      {props.isTableHidden ? null : (
        <Details summary={props.text.common.tableOfFigures}>
          <DenseTable
            text={props.text}
            caption={props.caption}
            columns={columnsOf(props.text)}
            rows={bars}
            isCaptionHidden
          />
        </Details>
      )}
    </figure>
  );
}

function columnsOf(text: Text): Column<Bar>[] {
  return [
    { label: text.barChart.person, cell: (bar) => (bar.href ? link(bar.href, bar.label) : bar.label) },
    { label: text.barChart.days, kind: "number", cell: (bar) => formatDays(bar.countedDays) },
    { label: text.barChart.pending, kind: "number", cell: (bar) => formatDays(bar.pendingDays) },
  ];
}

/** Bars end at twice the limit: one long leave must not flatten everybody else; the table has the figure. */
const tallestLimits = 2;
const margin = 60;

/** All bars of a level are one path, so that 224 people stay under 5 kB. */
function barsSvg({ text, caption, bars, limitDays, warnAtDays, width: wanted = 1180 }: ChartProps): string {
  const step = Math.min(24, Math.max(1, (wanted - margin) / Math.max(1, bars.length)));
  const gap = step > 3 ? 1 : 0;
  const at = (index: number) => Math.round(index * step * 10) / 10;
  const width = Math.max(200, Math.ceil(bars.length * step)) + margin;
  const most = Math.min(
    limitDays * tallestLimits,
    Math.max(limitDays * 1.2, ...bars.map((bar) => bar.countedDays + bar.pendingDays)),
  );
  const tall = (days: number) => Math.max(1, Math.round((Math.min(days, most) * (baseline - 6)) / most));
  const wide = Math.round((step - gap) * 10) / 10;
  const settled: Record<Level, string> = { calm: "", amber: "", strong: "", red: "" };
  const pending = { ...settled };
  for (const [index, { countedDays, pendingDays }] of bars.entries()) {
    const level = levelReached({ countedDays, pendingDays, limitDays, warnAtDays });
    const used = tall(countedDays);
    const more = tall(countedDays + pendingDays) - used;
    settled[level] += `M${at(index)} ${baseline}v-${used}h${wide}v${used}z`;
    if (more > 0) pending[level] += `M${at(index)} ${baseline - used}v-${more}h${wide}v${more}z`;
  }
  const limitY = baseline - tall(limitDays);
  const limit = formatDays(limitDays);
  const title = text.barChart.title({ caption, count: bars.length, limit });
  return (
    `<svg class="dm-bars" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">` +
    `<title>${escapeText(title)}</title>${levels.map((each) => pathOf(each, settled[each]) + pathOf(`${each} pending`, pending[each])).join("")}` +
    `<path class="axis" d="M0 ${baseline}h${width - margin}"/><path class="limit" d="M0 ${limitY}h${width - margin}"/>` +
    `<text x="${width - margin + 4}" y="${limitY + 4}">${escapeText(limit)}</text></svg>`
  );
}

function pathOf(kind: string, d: string): string {
  return d === "" ? "" : `<path class="${kind}" d="${d}"/>`;
}
