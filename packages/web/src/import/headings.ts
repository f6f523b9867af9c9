import { isBlank, isProblem, type RawCell, readText } from "./cells.ts";
import type { Column } from "./column.ts";
import { columnOf } from "./columns.ts";
import { nearColumn } from "./nearColumn.ts";
import type { RawRow, RawSheet } from "./rawWorkbook.ts";

/**
 * A heading that is none of ours, where it stands, and the column without a heading of its own that it may mean. One that
 * cannot be read for certain, because of a formula or another problem of its cell, may mean any.
 */
export type OtherHeading = {
  readonly heading: string;
  readonly place: number;
  readonly near?: Column;
  readonly doubt?: "formula" | "unreadable";
};
/** The headings of a sheet: which of our columns stands where, which are missing or twice, which are not ours. */
export type Headings = {
  readonly row: number;
  readonly places: ReadonlyMap<Column, number>;
  /** Where a column of ours was found by what a formula shows. */
  readonly formulas: readonly number[];
  readonly missing: readonly Column[];
  readonly repeated: readonly Column[];
  readonly others: readonly OtherHeading[];
};

/** A title, a note and a blank line often stand above the headings. */
const ROWS_TO_SEARCH = 20;

/** Finds the row that names most of our columns, in any order, in Chinese or English. */
export function findHeadings(sheet: RawSheet, columns: readonly Column[]): Headings {
  const candidates = sheet.rows.slice(0, ROWS_TO_SEARCH).map((row) => headingsAt(row, columns));
  const none = headingsAt({ row: 0, cells: [] }, columns);
  return candidates.reduce((best, next) => (next.places.size > best.places.size ? next : best), none);
}

function headingsAt({ row, cells }: RawRow, columns: readonly Column[]): Headings {
  const places = new Map<Column, number>();
  const formulas: number[] = [];
  const repeated: Column[] = [];
  const unknown: OtherHeading[] = [];
  cells.forEach((cell, place) => {
    const { heading, doubt } = readHeading(cell);
    const column = columnOf(columns, heading);
    if (column && places.has(column)) repeated.push(column);
    else if (column) places.set(column, place);
    else if (doubt) unknown.push({ heading: heading || letterOf(place), place, doubt });
    else if (heading !== "") unknown.push({ heading, place });
    if (column && doubt) formulas.push(place);
  });
  const absent = columns.filter((column) => !places.has(column));
  const others = unknown.map((other) => {
    const near = nearColumn(absent, other.heading);
    return near ? { ...other, near } : other;
  });
  const missing = absent.filter((column) => column.isRequired);
  return { row, places, formulas, missing, repeated, others };
}

/** What a cell shows as a heading, as far as it is known; a formula was computed by whoever saved the file last. */
function readHeading(cell: RawCell): Pick<OtherHeading, "heading" | "doubt"> {
  if (isBlank(cell) || isProblem(cell, "merged-cell")) return { heading: "" };
  const isFormula = isProblem(cell, "formula-not-allowed");
  const shown = typeof cell === "object" && cell !== null && "problem" in cell ? cell.result : undefined;
  const text = readText(isFormula ? (shown ?? null) : cell);
  if ("value" in text) return { heading: text.value, ...(isFormula && { doubt: "formula" }) };
  // A date and true or false are headings of whoever made the list, and none of ours.
  return { heading: "", ...(text.code !== "not-text" && { doubt: isFormula ? "formula" : "unreadable" }) };
}

/** A column as the sheet calls it: by its heading, else by its letter. */
export function nameAt({ places, others }: Headings, place: number): string {
  const ours = [...places].find(([, at]) => at === place)?.[0].zh;
  return ours ?? others.find((other) => other.place === place)?.heading ?? letterOf(place);
}

function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}
