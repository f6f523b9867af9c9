import { raw } from "hono/html";
import { escapeText } from "./markup.ts";

/** A column with `href` opens what it counts. */
export type ChartColumn = { readonly label: string; readonly value: number; readonly href?: string };

const leastWidth = 64;
/** Latin letters of a label; Chinese ones take two. */
const letterWidth = 7;
const height = 110;
const base = height - 18;

/** A few figures as columns, each with its label and its number; a table of the same figures stands beside it. */
export function ColumnChart({ caption, columns }: { caption: string; columns: readonly ChartColumn[] }) {
  if (columns.length === 0) return null;
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const letters = (label: string) => label.replace(/[\u2e80-\uffff]/g, "xx").length;
  const columnWidth = Math.max(leastWidth, ...columns.map(({ label }) => letters(label) * letterWidth + 8));
  const width = columns.length * columnWidth;
  const drawn = columns.map(({ label, value, href }, at) => {
    const tall = Math.max(value === 0 ? 0 : 2, Math.round((value / most) * (base - 20)));
    const [x, middle] = [at * columnWidth, at * columnWidth + columnWidth / 2];
    const column =
      `<rect class="calm" x="${x + 8}" y="${base - tall}" width="${columnWidth - 16}" height="${tall}"/>` +
      `<text x="${middle}" y="${height - 4}" text-anchor="middle">${escapeText(label)}</text> ` +
      `<text x="${middle}" y="${base - tall - 4}" text-anchor="middle">${value}</text>`;
    return href === undefined ? column : `<a href="${escapeText(href)}">${column}</a>`;
  });
  // What a picture holds is hidden from whoever cannot see it; a group of links is not.
  const role = columns.some(({ href }) => href !== undefined) ? "group" : "img";
  return (
    <figure class="dm-chart">
      <figcaption>{caption}</figcaption>
      {raw(
        `<svg class="dm-bars" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${role}"><title>${escapeText(caption)}</title>${drawn.join("")}</svg>`,
      )}
    </figure>
  );
}
