import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Cell, type CellValue, readXls, readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { type DateSystem, isBlank, isProblem, type RawCell } from "./cells.ts";
import { shownCell } from "./display.ts";
import { columnIndex, LAST_ROW, MAX_COLUMNS } from "./prune.ts";
import type { RawRow, RawSheet, RawWorkbook } from "./rawWorkbook.ts";
import { scanXls, type XlsSheet } from "./xls.ts";
import { inspectXlsx } from "./zip.ts";

/** What is known of a sheet beside its values. Places are `row,column`, from 0. */
type About = Pick<
  XlsSheet,
  "isHidden" | "isFiltered" | "formulas" | "unread" | "hiddenRows" | "hiddenColumns"
> & {
  readonly formatAt: (place: string) => string | undefined;
  readonly isStruck: (place: string) => boolean;
};

export async function openXlsx(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const pruned = inspectXlsx(bytes);
  if (typeof pruned === "string") return refuse(pruned, "file");
  const range = `A1:CV${LAST_ROW}`;
  const workbook = await attempt(() => readXlsx(pruned.bytes, { readStyles: true, range }));
  if (!workbook || workbook.sheets.length === 0) return refuse("file-unreadable", "file");
  const dateSystem = workbook.dateSystem ?? "1900";
  const sheets = workbook.sheets.map((sheet) => ({
    ...rawSheet(sheet, aboutXlsx(sheet), dateSystem),
    isCutOff: pruned.isCutOff,
  }));
  return accept({ format: "xlsx", dateSystem, sheets });
}

export async function openXls(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const scan = scanXls(bytes);
  if (typeof scan === "string") return refuse(scan, "file");
  const workbook = await attempt(() => readXls(bytes));
  if (!workbook || workbook.sheets.length === 0 || workbook.sheets.length !== scan.sheets.length)
    return refuse("file-unreadable", "file");
  const dateSystem = scan.is1904 ? "1904" : "1900";
  const sheets = scan.sheets.flatMap((about, index) => {
    const sheet = workbook.sheets[index];
    const formatAt = (place: string) => about.formats.get(place);
    const isStruck = (place: string) => about.struck.has(place);
    return sheet ? rawSheet(sheet, { ...about, formatAt, isStruck }, dateSystem) : [];
  });
  const { mayStrikeParts } = scan;
  return accept({ format: "xls", dateSystem, sheets, mayStrikeParts });
}

/** The parser throws on damaged files, each kind with its own error: here that is an answer, not a fault. */
async function attempt(read: () => Promise<Workbook>): Promise<Workbook | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

function rawSheet(sheet: Sheet, about: About, system: DateSystem): RawSheet {
  const covered = coveredCells(sheet);
  const rows: RawRow[] = [];
  sheet.rows.forEach((values, rowIndex) => {
    const cells = Array.from(values.slice(0, MAX_COLUMNS), (value, column): RawCell => {
      const place = `${rowIndex},${column}`;
      if (about.formulas.has(place)) return formulaCell(value);
      if (covered.has(place)) return { problem: "merged-cell" };
      if (about.unread.has(place)) return { problem: "cell-unreadable" };
      return shownCell(value ?? null, about.formatAt(place), system);
    });
    const isFilled = cells.some((cell) => !isBlank(cell) && !isProblem(cell, "merged-cell"));
    const isStruck = cells.some((cell, column) => !isBlank(cell) && about.isStruck(`${rowIndex},${column}`));
    const isHidden = about.hiddenRows.has(rowIndex);
    if (isFilled) rows.push({ row: rowIndex + 1, cells, isHidden, ...(isStruck && { isStruck }) });
  });
  const { isHidden, isFiltered, hiddenColumns } = about;
  const isCutOff = sheet.rows.some((row) => row.slice(MAX_COLUMNS).some((value) => !isBlank(value ?? null)));
  return { name: sheet.name, isHidden, isFiltered, hiddenColumns, rows, isCutOff };
}

function formulaCell(value: CellValue | undefined): RawCell {
  return { problem: "formula-not-allowed", ...(typeof value === "string" && { result: value }) };
}

/** A row of no height and a column of no width are hidden, too. */
function aboutXlsx(sheet: Sheet): About {
  const hiddenRows = new Set<number>();
  for (const [row, { hidden, height }] of sheet.rowDefs ?? [])
    if (hidden === true || height === 0) hiddenRows.add(row);
  const hiddenColumns = new Set<number>();
  sheet.columns?.forEach(({ hidden, width }, column) => {
    if (hidden === true || width === 0) hiddenColumns.add(column);
  });
  return {
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    isFiltered: sheet.autoFilter !== undefined,
    formulas: formulasOf(sheet),
    unread: new Set(),
    formatAt: (place) => sheet.cells?.get(place)?.style?.numFmt,
    isStruck: (place) => isStruckCell(sheet.cells?.get(place)),
    hiddenRows,
    hiddenColumns,
  };
}

/** Struck through as a whole or in part: what is read of it is all of its text. */
function isStruckCell(cell: Cell | undefined): boolean {
  const runs = cell?.richText?.map(({ font }) => font) ?? [];
  return [cell?.style?.font, ...runs].some((font) => font?.strikethrough === true);
}

/** Formula cells, and the cells that an array formula spills into: their values are results too. */
function formulasOf(sheet: Sheet): Set<string> {
  const places = new Set<string>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue;
    places.add(place);
    if (cell.formulaType === "array") for (const spilled of placesIn(cell.formulaRef)) places.add(spilled);
  }
  return places;
}

function placesIn(reference = ""): string[] {
  const [, from = "", top = "", to = "", bottom = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const area = {
    startRow: Number(top) - 1,
    endRow: Number(bottom) - 1,
    startCol: columnIndex(from),
    endCol: columnIndex(to),
  };
  return from === "" ? [] : placesOf(area);
}

type Area = { startRow: number; endRow: number; startCol: number; endCol: number };

function placesOf({ startRow, endRow, startCol, endCol }: Area): string[] {
  const width = Math.max(0, Math.min(endCol, MAX_COLUMNS) - startCol + 1);
  const height = Math.max(0, Math.min(endRow, LAST_ROW) - startRow + 1);
  return Array.from(
    { length: Math.min(width * height, LAST_ROW) },
    (_, index) => `${startRow + Math.floor(index / width)},${startCol + (index % width)}`,
  );
}

/** All cells of a merged area but the one that carries its value. */
function coveredCells(sheet: Sheet): Set<string> {
  return new Set((sheet.merges ?? []).flatMap((merge) => placesOf(merge).slice(1)));
}
