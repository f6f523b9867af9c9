import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import type { Text } from "../ui/text.ts";

const columnWidth = 56;
const height = 110;

/** Forms due in each month as columns; the table of the load has the same figures in its first row. */
export function LoadChart(props: { text: Text; months: readonly string[]; total: readonly number[] }) {
  return (
    <figure class="dm-chart">
      <figcaption>{props.text.schemeDraft.monthly}</figcaption>
      {raw(loadSvg(props))}
    </figure>
  );
}

function loadSvg({ text, months, total }: Parameters<typeof LoadChart>[0]): string {
  const most = Math.max(1, ...total);
  const width = months.length * columnWidth;
  const columns = months.map((month, index) => {
    const forms = total[index] ?? 0;
    const tall = Math.round((forms / most) * (height - 36));
    const middle = index * columnWidth + columnWidth / 2;
    return (
      `<rect class="calm" x="${middle - 20}" y="${height - 16 - tall}" width="40" height="${tall}"/>` +
      `<text x="${middle}" y="${height - 20 - tall}" text-anchor="middle">${forms}</text>` +
      `<text x="${middle}" y="${height - 3}" text-anchor="middle">${escapeText(month)}</text>`
    );
  });
  const forms = total.reduce((sum, each) => sum + each, 0);
  const title = escapeText(text.schemeDraft.monthlyTitle({ months: months.length, forms }));
  return `<svg class="dm-bars" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${title}</title>${columns.join("")}</svg>`;
}
