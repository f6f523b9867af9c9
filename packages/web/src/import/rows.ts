import type { RefusalCode } from "@dunmiao/domain/refusal";
import { type DateSystem, isBlank, isProblem, type Params, type RawCell } from "./cells.ts";
import type { Column } from "./column.ts";
import { type Headings, nameAt } from "./headings.ts";
import type { RawRow, RawSheet } from "./rawWorkbook.ts";

/** A cell that cannot be used: the column's key (or a heading that is none of ours) and a stable code. */
export type CellError = { readonly column: string; readonly code: RefusalCode; readonly params?: Params };
/** A row read cell by cell: what could be understood, and what could not. */
export type ReadRow = {
  readonly row: number;
  readonly values: Map<string, string>;
  readonly errors: CellError[];
};

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
