import type { SecondmentStatus } from "@dunmiao/domain/secondment";
import { BarChart } from "../../src/ui/barChart.tsx";
import { Button } from "../../src/ui/button.tsx";
import type { Chrome } from "../../src/ui/chrome.ts";
import { SelectField, TextField } from "../../src/ui/fields.tsx";
import { formatDays } from "../../src/ui/format.ts";
import { miniBar } from "../../src/ui/gauge.tsx";
import { Layout } from "../../src/ui/layout.tsx";
import { link } from "../../src/ui/link.ts";
import { FilterChips, Pager } from "../../src/ui/lists.tsx";
import { EmptyState, Figures } from "../../src/ui/pieces.tsx";
import { type Column, DenseTable } from "../../src/ui/table.ts";
import { statusTag } from "../../src/ui/tag.ts";
import type { Text } from "../../src/ui/text.ts";

const warnAtDays = [10, 13, 15];

type Row = { number: string; unit: string; days: number; pending: number; status: SecondmentStatus };
export const sampleRows: Row[] = Array.from({ length: 50 }, (_, index) => ({
  number: `P${String(4200 + index)}`,
  unit: `第${(index % 13) + 1}分局 · 临江街派出所`,
  days: index % 5 === 0 ? 16.5 - index / 5 : (index * 7) % 9,
  pending: index % 7 === 0 ? 2 : 0,
  status: index % 11 === 0 ? "under-review" : index % 13 === 0 ? "awaiting-ruling" : "serving",
}));

/** The columns of a list page: the heaviest table of the product. */
export function listColumns(text: Text): Column<Row>[] {
  const figures = (row: Row) => ({
    countedDays: row.days,
    pendingDays: row.pending,
    limitDays: 15,
    warnAtDays,
  });
  return [
    {
      label: text.common.serviceNumber,
      kind: "rowHeader",
      cell: (row) => link(`/secondments/${row.number}`, row.number),
      sort: { href: "?sort=number", direction: "ascending" },
    },
    { label: text.common.unit, cell: (row) => row.unit, sort: { href: "?sort=unit" } },
    { label: text.common.from, kind: "date", cell: () => "2025-08-26" },
    { label: text.common.to, kind: "date", cell: () => "2026-08-25" },
    {
      label: text.barChart.days,
      kind: "number",
      cell: (row) => [formatDays(row.days), miniBar(figures(row))],
    },
    { label: text.barChart.pending, kind: "number", cell: (row) => formatDays(row.pending) },
    { label: text.common.status, cell: (row) => statusTag(text, row.status) },
  ];
}

/** A list page with every part that a list can have. */
export function ListPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  return (
    <Layout chrome={chrome} title={text.nav.secondments} section="secondments">
      <Figures
        figures={[
          { label: text.risk.exceeded, value: 3, href: "?risk=exceeded" },
          { label: text.risk["from-13"], value: 12, href: "?risk=from-13" },
          { label: text.common.total, value: 2240 },
        ]}
      />
      <form class="dm-filters" method="get">
        <SelectField
          text={text}
          name="status"
          label={text.common.status}
          prompt={text.common.all}
          options={[{ value: "serving", label: text.status.serving }]}
        />
        <TextField text={text} name="q" label={text.common.search} type="search" />
        <Button kind="secondary">{text.common.search}</Button>
      </form>
      <FilterChips
        text={text}
        clearHref="/secondments"
        chips={[
          { label: text.status.serving, removeHref: "?" },
          { label: text.risk["from-10"], removeHref: "?" },
        ]}
      />
      <DenseTable
        text={text}
        caption={text.nav.secondments}
        isCaptionHidden
        columns={listColumns(text)}
        rows={sampleRows}
      />
      <Pager text={text} next="?cursor=2" summary={text.common.amount({ count: 224 })} />
      <BarChart
        text={text}
        caption={text.barChart.days}
        limitDays={15}
        warnAtDays={warnAtDays}
        bars={manyBars()}
      />
      <EmptyState title={text.common.none}>{text.common.provisionalHint}</EmptyState>
    </Layout>
  );
}

export function manyBars() {
  return Array.from({ length: 224 }, (_, index) => ({
    label: `P${4200 + index}`,
    href: `/secondments/P${4200 + index}`,
    countedDays: Math.max(0, Math.round(34 - Math.sqrt(index) * 6) / 2),
    pendingDays: 0,
  }));
}
