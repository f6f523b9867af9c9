import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Cell, readXls, readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { type DateSystem, isBlank, isProblem, type RawCell } from "./cells.ts";
import { decodeText, readCsv, unescapeCell } from "./csv.ts";
import { scanXls } from "./xls.ts";
import { inspectXlsx, LAST_ROW } from "./zip.ts";

/** Cells beyond this column belong to no list of ours. */
const MAX_COLUMNS = 100;
/** Records of a CSV that are kept: the 5,000 of a list, its headings, and enough to see that there are more. */
const MAX_CSV_RECORDS = 5_050;

/** A row with something in it; `row` counts from 1, as Excel shows it. */
export type RawRow = { readonly row: number; readonly cells: readonly RawCell[] };
export type RawSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly RawRow[];
};
export type RawWorkbook = {
  readonly format: "xlsx" | "xls" | "csv";
  readonly dateSystem: DateSystem;
  readonly sheets: readonly RawSheet[];
};

/** Opens a file by what its bytes are, whatever its name says. Refuses `file-unreadable`, `file-encrypted`, `file-too-large`, `too-many-rows`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (start === "504b0304") return openXlsx(bytes);
  if (start === "d0cf11e0") return openXls(bytes);
  const text = decodeText(bytes);
  return text === undefined || /^\s*[<{]/.test(text) ? refuse("file-unreadable", "file") : openCsv(text);
}

async function openXlsx(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const verdict = inspectXlsx(bytes);
  if (verdict !== "fine") return refuse(verdict, "file");
  const range = `A1:CV${LAST_ROW}`;
  const workbook = await attempt(() => readXlsx(bytes, { readStyles: true, range }));
  if (!workbook || workbook.sheets.length === 0) return refuse("file-unreadable", "file");
  const sheets = workbook.sheets.map((sheet) => rawSheet(sheet, formulasOf(sheet)));
  return accept({ format: "xlsx", dateSystem: workbook.dateSystem ?? "1900", sheets });
}

async function openXls(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const scan = scanXls(bytes);
  if (typeof scan === "string") return refuse(scan, "file");
  const workbook = await attempt(() => readXls(bytes));
  if (!workbook || workbook.sheets.length === 0) return refuse("file-unreadable", "file");
  const sheets = workbook.sheets.map((sheet, index) => rawSheet(sheet, scan.formulas[index] ?? new Set()));
  return accept({ format: "xls", dateSystem: scan.is1904 ? "1904" : "1900", sheets });
}

/** The parser throws on damaged files, each kind with its own error: here that is an answer, not a fault. */
async function attempt(read: () => Promise<Workbook>): Promise<Workbook | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

function openCsv(text: string): Outcome<RawWorkbook> {
  const rows: RawRow[] = [];
  let row = 0;
  for (const record of readCsv(text)) {
    row += 1;
    const cells = record.slice(0, MAX_COLUMNS).map(csvCell);
    if (!cells.every(isBlank)) rows.push({ row, cells });
    if (rows.length >= MAX_CSV_RECORDS) break;
  }
  return accept({ format: "csv", dateSystem: "1900", sheets: [{ name: "", isHidden: false, rows }] });
}

function csvCell(text: string): RawCell {
  return text.startsWith("=") ? { problem: "formula-not-allowed" } : unescapeCell(text);
}

function rawSheet(sheet: Sheet, formulas: ReadonlySet<string>): RawSheet {
  const covered = coveredCells(sheet);
  const rows: RawRow[] = [];
  sheet.rows.forEach((values, rowIndex) => {
    const cells = Array.from(values.slice(0, MAX_COLUMNS), (value, column): RawCell => {
      const place = `${rowIndex},${column}`;
      if (formulas.has(place)) return { problem: "formula-not-allowed" };
      if (covered.has(place)) return { problem: "merged-cell" };
      return typeof value === "number" ? padded(value, sheet.cells?.get(place)) : (value ?? null);
    });
    const isFilled = cells.some((cell) => !isBlank(cell) && !isProblem(cell, "merged-cell"));
    if (isFilled) rows.push({ row: rowIndex + 1, cells });
  });
  return { name: sheet.name, isHidden: sheet.hidden === true || sheet.veryHidden === true, rows };
}

/** 0012345 kept as a number with the format 0000000 shows its zeros: what is shown is meant. */
function padded(value: number, cell: Cell | undefined): RawCell {
  const format = cell?.style?.numFmt ?? "";
  return /^0{2,20}$/.test(format) && Number.isInteger(value) && value >= 0
    ? String(value).padStart(format.length, "0")
    : value;
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
  const merge = {
    startRow: Number(top) - 1,
    endRow: Number(bottom) - 1,
    startCol: columnIndex(from),
    endCol: columnIndex(to),
  };
  return from === "" ? [] : placesOf(merge);
}

const columnIndex = (letters: string) =>
  Buffer.from(letters).reduce((sum, byte) => sum * 26 + byte - 64, 0) - 1;

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
