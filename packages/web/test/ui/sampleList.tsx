import type { SecondmentStatus } from "@dunmiao/domain/secondment";
import { formatDays } from "../../src/ui/format.ts";
import { miniBar } from "../../src/ui/gauge.tsx";
import { link } from "../../src/ui/link.ts";
import type { Column } from "../../src/ui/table.ts";
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

export function manyBars() {
  return Array.from({ length: 224 }, (_, index) => ({
    label: `P${4200 + index}`,
    href: `/secondments/P${4200 + index}`,
    countedDays: Math.max(0, Math.round(34 - Math.sqrt(index) * 6) / 2),
    pendingDays: 0,
  }));
}
