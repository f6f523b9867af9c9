import { explainDays } from "@dunmiao/domain/count/explainDays";
import type { Secondment } from "@dunmiao/domain/secondment";
import { formatDays } from "@dunmiao/web/ui/format";
import { miniBar } from "@dunmiao/web/ui/gauge";
import { link } from "@dunmiao/web/ui/link";
import { htmlOf } from "@dunmiao/web/ui/markup";
import { type Column, DenseTable } from "@dunmiao/web/ui/table";
import { statusTag } from "@dunmiao/web/ui/tag";
import { languages, type Text, textOf } from "@dunmiao/web/ui/text";
import { YearCalendar } from "@dunmiao/web/ui/yearCalendar";
import { calendar, cohortNumber, groundOf, liveCohort, today } from "./people.ts";
import { startProduct } from "./product.ts";
import type { Figure } from "./report.ts";
import type { Rig } from "./rig.ts";

const rounds = 30;
const timesARound = 10;
const rowsOfAPage = 50;

/** What it costs to draw what a page view draws each time, and how long the product takes to end. */
export async function drawingSection(rig: Rig): Promise<Figure[]> {
  const cohort = cohortNumber(1);
  const people = liveCohort(cohort, today).map(({ record }) => record);
  const most = people.toSorted((one, other) => other.absences.length - one.absences.length)[0];
  if (!most) throw new Error("the demo cohort is empty");
  const days = explainDays(most, groundOf(cohort).scheme, calendar, today);
  const figures: Figure[] = [];
  for (const language of languages) {
    const text = await textOf(language);
    const year = millisecondsOf(() => htmlOf(YearCalendar({ text, days: [...days], today })));
    figures.push({
      what: `calendar of a year (${language})`,
      value: year,
      unit: "ms",
      target: { atMost: 1.5 },
    });
    const columns = columnsOf(text);
    const rows = people.slice(0, rowsOfAPage);
    const table = millisecondsOf(() => DenseTable({ text, caption: "x", columns, rows }));
    figures.push({
      what: `table of ${rowsOfAPage} rows (${language})`,
      value: table,
      unit: "ms",
      target: { atMost: 2 },
    });
  }
  return [...figures, await ending(rig)];
}

/** Columns of each kind that a list has: a link, words, dates, a figure with its bar, a tag. */
function columnsOf(text: Text): Column<Secondment>[] {
  const bar = { countedDays: 9, pendingDays: 2, limitDays: 15, warnAtDays: [10, 13, 15] };
  return [
    {
      label: text.common.serviceNumber,
      kind: "rowHeader",
      cell: ({ id, officer }) => link(`/secondments/${id}`, officer.serviceNumber),
      sort: { href: "?sort=number", direction: "ascending" },
    },
    { label: text.common.unit, cell: ({ hostStation }) => hostStation.name, sort: { href: "?sort=unit" } },
    { label: text.common.from, kind: "date", cell: ({ term }) => term.from },
    { label: text.common.to, kind: "date", cell: ({ term }) => term.to },
    { label: text.barChart.days, kind: "number", cell: () => [formatDays(9), miniBar(bar)] },
    { label: text.barChart.pending, kind: "number", cell: () => formatDays(2) },
    { label: text.common.status, cell: ({ status }) => statusTag(text, status) },
  ];
}

/** Milliseconds that one run takes: the best of several rounds, the first ones warm up. */
function millisecondsOf(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (let time = 0; time < timesARound; time += 1) run();
    best = Math.min(best, (performance.now() - started) / timesARound);
  }
  return best;
}

/** From SIGTERM to the end of the process, nothing being at work. */
async function ending(rig: Rig): Promise<Figure> {
  const product = await startProduct(rig, "bench-end");
  const began = performance.now();
  await product.stop();
  const seconds = (performance.now() - began) / 1_000;
  return { what: "the product's end after SIGTERM", value: seconds, unit: "s", target: { atMost: 10 } };
}
