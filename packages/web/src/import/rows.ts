import { type DateSystem, isBlank, isProblem, type Params, type RawCell, readText } from "./cells.ts";
import { type Column, columnOf } from "./columns.ts";
import type { RawRow, RawSheet } from "./workbook.ts";

/** A cell that cannot be used: the column's key and a stable code. */
export type CellError = { readonly column: string; readonly code: string; readonly params?: Params };
/** The headings of a sheet: which of our columns stands where, which are missing or twice, which are not ours. */
export type Headings = {
  readonly row: number;
  readonly places: ReadonlyMap<Column, number>;
  readonly missing: readonly Column[];
  readonly repeated: readonly Column[];
  readonly ignored: readonly string[];
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
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const text = readText(cell);
    const heading = "value" in text ? text.value : "";
    const column = columnOf(columns, heading);
    if (column && places.has(column)) repeated.push(column);
    else if (column) places.set(column, index);
    else if (heading !== "") ignored.push(heading);
  });
  const missing = columns.filter((column) => column.isRequired && !places.has(column));
  return { row, places, missing, repeated, ignored };
}

/** Reads the rows below the headings; a row without anything in our columns, or with a post alone, is no row. */
export function readRows(
  sheet: RawSheet,
  headings: Headings,
  columns: readonly Column[],
  system: DateSystem,
): ReadRow[] {
  const places = [...headings.places].flatMap(([column, place]) => (column.isPrefilled ? [] : place));
  return sheet.rows
    .filter(({ row, cells }) => row > headings.row && places.some((place) => isFilled(cells[place])))
    .map(({ row, cells }) => {
      const read = { row, values: new Map<string, string>(), errors: [] };
      for (const column of columns)
        readInto(read, column, cells[headings.places.get(column) ?? -1] ?? null, system);
      return read;
    });
}

/** What a merge covers is empty for the eye: alone it makes no row. */
function isFilled(cell: RawCell | undefined): boolean {
  return !isBlank(cell) && !isProblem(cell, "merged-cell");
}

function readInto(row: ReadRow, column: Column, cell: RawCell, system: DateSystem): void {
  const reading = column.read(cell, system);
  if ("code" in reading) row.errors.push({ column: column.key, ...reading });
  else if (reading.value !== "") row.values.set(column.key, reading.value);
  else if (column.blank !== undefined) row.values.set(column.key, column.blank);
  else if (column.isRequired) row.errors.push({ column: column.key, code: "required" });
}
