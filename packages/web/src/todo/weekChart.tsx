import { addDays, weekday } from "@dunmiao/domain/calendarDate";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { TodoLine } from "./todoLine.ts";

const shownWeeks = 8;
const columnWidth = 40;
const height = 90;

/** Todos due by week as columns, and the same figures as a table. */
export function WeekChart({ text, todos }: { text: Text; todos: readonly TodoLine[] }) {
  const weeks = byWeek(todos).slice(-shownWeeks);
  if (weeks.length === 0) return null;
  const { todoPage: words } = text;
  return (
    <figure class="dm-chart">
      <figcaption>{words.weeks}</figcaption>
      {raw(columnsSvg(text, weeks))}
      <Details summary={text.common.tableOfFigures}>
        <DenseTable
          text={text}
          caption={words.weeks}
          isCaptionHidden
          rows={weeks}
          columns={[
            { label: words.week, kind: "date", cell: (each) => each.monday },
            { label: words.count, kind: "number", cell: (each) => String(each.count) },
          ]}
        />
      </Details>
    </figure>
  );
}

type Week = { monday: string; count: number };

function byWeek(todos: readonly TodoLine[]): Week[] {
  const counts = new Map<string, number>();
  for (const { due } of todos) {
    const monday = addDays(due, 1 - weekday(due));
    counts.set(monday, (counts.get(monday) ?? 0) + 1);
  }
  return [...counts]
    .map(([monday, count]) => ({ monday, count }))
    .toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
}

function columnsSvg(text: Text, weeks: readonly Week[]): string {
  const most = Math.max(...weeks.map((each) => each.count));
  const width = weeks.length * columnWidth;
  const total = weeks.reduce((sum, each) => sum + each.count, 0);
  const columns = weeks.map(({ monday, count }, index) => {
    const tall = Math.max(2, Math.round((count / most) * (height - 34)));
    const x = index * columnWidth;
    return (
      `<rect class="calm" x="${x + 4}" y="${height - 16 - tall}" width="${columnWidth - 8}" height="${tall}"/>` +
      `<text x="${x + columnWidth / 2}" y="${height - 20 - tall}" text-anchor="middle">${count}</text>` +
      `<text x="${x + columnWidth / 2}" y="${height - 3}" text-anchor="middle">${escapeText(monday.slice(5))}</text>`
    );
  });
  const title = escapeText(text.todoPage.weeksTitle({ count: total }));
  return `<svg class="dm-bars" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${title}</title>${columns.join("")}</svg>`;
}
