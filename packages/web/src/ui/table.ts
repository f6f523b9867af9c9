import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { escapeText, htmlOf } from "./markup.ts";
import type { Text } from "./text.ts";

export type Column<Row> = {
  readonly label: Child;
  readonly cell: (row: Row) => Child;
  /** Figures stand on the right; the name of a person is not broken; what is pressed is not printed. */
  readonly kind?: "text" | "number" | "date" | "name" | "act" | "rowHeader";
  /** Makes the header a link; `direction` is how the rows are sorted by this column now. */
  readonly sort?:
    | { readonly href: string; readonly direction?: "ascending" | "descending" | undefined }
    | undefined;
};

type TableProps<Row> = {
  text: Text;
  /** Names the table and its scroll region. */
  caption: string;
  isCaptionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Anchor of a row, such as `absence-a1`. */
  rowId?: ((row: Row) => string) | undefined;
  /** A last row, one cell a column: sums. */
  foot?: readonly Child[] | undefined;
};

/**
 * A dense table in its own scroll region. Written as text, not as nodes: a list page has 500 cells, and strings in
 * cells are escaped here. On a phone every row is a card (`styles/_cards.scss`), for which each cell that says
 * something carries its heading; end tags of cells are left out, as HTML allows, so that a page weighs no more for it.
 */
export function DenseTable<Row>(props: TableProps<Row>) {
  const { text, caption, columns, rows, rowId } = props;
  const writers = columns.map((column) => cellWriter(column.kind ?? "text", column.label));
  let body = "";
  for (const row of rows) {
    body += rowId ? `<tr id="${escapeText(rowId(row))}">` : "<tr>";
    for (const [index, column] of columns.entries()) body += writers[index]?.(column.cell(row));
    body += "</tr>";
  }
  const foot = props.foot ? `<tfoot><tr>${props.foot.map(footCell(columns)).join("")}</tr></tfoot>` : "";
  const label = escapeText(caption);
  const captionClass = props.isCaptionHidden ? ' class="govuk-visually-hidden"' : "";
  return raw(
    `<div class="dm-scroll dm-cards" role="region" aria-label="${escapeText(text.common.table({ caption }))}" tabindex="0">` +
      `<table class="dm-table"><caption${captionClass}>${label}</caption>` +
      `<thead><tr>${columns.map((column) => headerHtml(text, column)).join("")}</tr></thead><tbody>${body}</tbody>${foot}</table></div>`,
  );
}

const cellStarts = {
  text: "<td",
  number: '<td class="n"',
  date: '<td class="d"',
  name: '<td class="w"',
  act: '<td class="act"',
  rowHeader: '<th scope="row"',
};

/** Writes the cells of a column: with the heading where there is something to head. */
function cellWriter(kind: keyof typeof cellStarts, label: Child) {
  const start = cellStarts[kind];
  const labelled = `${start}${labelAttribute(label)}>`;
  const end = kind === "rowHeader" ? "</th>" : "";
  return (child: Child): string => {
    const content = htmlOf(child);
    return (content === "" ? `${start}>` : labelled + content) + end;
  };
}

/** A heading that is a control, such as the box that ticks all, heads nothing. */
function labelAttribute(label: Child): string {
  const html = htmlOf(label);
  const said = /<(?:input|button)\b/.test(html) ? "" : html.replace(/<[^>]*>/g, "").trim();
  if (said === "") return "";
  return /[\s"'=<>`]/.test(said) ? ` data-l="${said}"` : ` data-l=${said}`;
}

/** The first cell names the row; figures stand under figures. */
function footCell<Row>(columns: readonly Column<Row>[]) {
  return (child: Child, index: number) => {
    const { kind, label = "" } = columns[index] ?? {};
    if (index === 0) return cellWriter("rowHeader", "")(child);
    return cellWriter(kind === "number" || kind === "act" ? kind : "text", label)(child);
  };
}

const headerClasses: Partial<Record<keyof typeof cellStarts, string>> = {
  number: ' class="n"',
  act: ' class="act"',
};

function headerHtml<Row>(text: Text, column: Column<Row>): string {
  const label = htmlOf(column.label);
  const open = `<th scope="col"${headerClasses[column.kind ?? "text"] ?? ""}`;
  if (!column.sort) return `${open}>${label}</th>`;
  const { direction, href } = column.sort;
  const sorted = direction ? ` aria-sort="${direction}"` : "";
  const arrow = { ascending: "▲", descending: "▼", none: "↕" }[direction ?? "none"];
  const hint =
    typeof column.label === "string"
      ? ` title="${escapeText(text.common.sortBy({ column: column.label }))}"`
      : "";
  return `${open}${sorted}><a href="${escapeText(href)}"${hint}>${label}<span aria-hidden="true">${arrow}</span></a></th>`;
}
