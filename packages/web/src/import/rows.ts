import type { RefusalCode } from "@dunmiao/domain/refusal";
import { type DateSystem, isBlank, isProblem, type Params, type RawCell, readText } from "./cells.ts";
import { type Column, columnOf } from "./columns.ts";
import { nearColumn } from "./nearColumn.ts";
import type { RawRow, RawSheet } from "./rawWorkbook.ts";

/** A cell that cannot be used: the column's key (or a heading that is none of ours) and a stable code. */
export type CellError = { readonly column: string; readonly code: RefusalCode; readonly params?: Params };
/** A heading that is none of ours, where it stands, and the column without a heading of its own that it may mean. */
export type OtherHeading = { readonly heading: string; readonly place: number; readonly near?: Column };
/** The headings of a sheet: which of our columns stands where, which are missing or twice, which are not ours. */
export type Headings = {
  readonly row: number;
  readonly places: ReadonlyMap<Column, number>;
  readonly missing: readonly Column[];
  readonly repeated: readonly Column[];
  readonly others: readonly OtherHeading[];
};
/** A row read cell by cell: what could be understood, and what could not. */
export type ReadRow = {
  readonly row: number;
  readonly values: Map<string, string>;
  readonly errors: CellError[];
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
  const repeated: Column[] = [];
  const unknown: OtherHeading[] = [];
  cells.forEach((cell, place) => {
    const text = readText(cell);
    const heading = "value" in text ? text.value : "";
    const column = columnOf(columns, heading);
    if (column && places.has(column)) repeated.push(column);
    else if (column) places.set(column, place);
    else if (heading !== "") unknown.push({ heading, place });
  });
  const absent = columns.filter((column) => !places.has(column));
  const others = unknown.map((other) => {
    const near = nearColumn(absent, other.heading);
    return near ? { ...other, near } : other;
  });
  return { row, places, missing: absent.filter((column) => column.isRequired), repeated, others };
}

/** Reads the rows below the headings that are rows. */
export function readRows(
  sheet: RawSheet,
  headings: Headings,
  columns: readonly Column[],
  system: DateSystem,
): ReadRow[] {
  return sheet.rows
    .filter((row) => isDataRow(row, headings))
    .map((raw) => {
      const read = { row: raw.row, values: new Map<string, string>(), errors: doubts(raw, headings) };
      for (const column of columns)
        readInto(read, column, raw.cells[headings.places.get(column) ?? -1] ?? null, system);
      return read;
    });
}

/** A row without anything in our columns, or with a post alone, is no row; one with an open quotation mark is one in any case. */
export function isDataRow({ row, cells, doubtfulCell }: RawRow, headings: Headings): boolean {
  if (row <= headings.row) return false;
  const places = [...headings.places].flatMap(([column, place]) => (column.isPrefilled ? [] : place));
  return doubtfulCell !== undefined || places.some((place) => isFilled(cells[place]));
}

/** What a merge covers is empty for the eye: alone it makes no row. */
export function isFilled(cell: RawCell | undefined): boolean {
  return !isBlank(cell) && !isProblem(cell, "merged-cell");
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

function doubts({ doubtfulCell, lines = 1 }: RawRow, headings: Headings): CellError[] {
  if (doubtfulCell === undefined) return [];
  const ours = [...headings.places].find(([, place]) => place === doubtfulCell)?.[0].key;
  const column = ours ?? nameAt(headings, doubtfulCell);
  return [{ column, code: "quote-not-closed", params: { lines } }];
}

function readInto(row: ReadRow, column: Column, cell: RawCell, system: DateSystem): void {
  const reading = column.read(cell, system);
  if ("code" in reading) row.errors.push({ column: column.key, ...reading });
  else if (reading.value !== "") row.values.set(column.key, reading.value);
  else if (column.blank !== undefined) row.values.set(column.key, column.blank);
  else if (column.isRequired) row.errors.push({ column: column.key, code: "required" });
}
