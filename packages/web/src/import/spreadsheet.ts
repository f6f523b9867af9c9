import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type SecondmentCells, secondmentCells, type UnitCells, unitCells } from "./cellSchemas.ts";
import { type IgnoredColumn, MAX_ROWS, type ParsedRow, readList } from "./list.ts";
import { mainSheet, unitSheet } from "./sheets.ts";
import { type RawWorkbook, readWorkbook } from "./workbook.ts";

export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A file read: its rows in the order of the file, and the headings that nobody asked for. */
export type SheetRows = {
  readonly format: RawWorkbook["format"];
  readonly secondments: readonly ParsedRow<SecondmentCells>[];
  readonly units: readonly ParsedRow<UnitCells>[];
  readonly ignoredColumns: readonly IgnoredColumn[];
};

/**
 * Reads a cohort file: .xlsx, .xls, or CSV in UTF-8 or GB18030, told apart by content (the name only goes into messages).
 * Refuses the file as `file-too-large` and `too-many-rows` (413), `file-empty`, `file-unreadable`, `file-encrypted`,
 * `missing-columns`, `repeated-columns`; problems of single cells are errors of their rows.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Outcome<SheetRows>> {
  if (bytes.length === 0) return refuse("file-empty", "file", { fileName });
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(fileName);
  const workbook = await readWorkbook(bytes);
  if (workbook.ok) return readLists(workbook.value, fileName);
  const [refusal] = workbook.refusals;
  if (refusal?.code === "too-many-rows") return refuse(refusal.code, "file", { fileName, limit: MAX_ROWS });
  if (refusal?.code === "file-too-large") return tooLarge(fileName);
  return refuse(refusal?.code ?? "file-unreadable", "file", { fileName });
}

function tooLarge(fileName: string) {
  return refuse("file-too-large", "file", { fileName, limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 });
}

function readLists(workbook: RawWorkbook, fileName: string): Outcome<SheetRows> {
  const { dateSystem, sheets } = workbook;
  const schemas = { full: secondmentCells, loose: secondmentCells.partial() };
  const secondments = readList({ sheet: mainSheet(sheets), key: "secondments", dateSystem, ...schemas });
  if (!secondments.ok) return secondments;
  const unitSchemas = { full: unitCells, loose: unitCells.partial() };
  const units = readList({ sheet: unitSheet(sheets), key: "units", dateSystem, ...unitSchemas });
  if (!units.ok) return units;
  if (secondments.value.rows.length + units.value.rows.length === 0)
    return refuse("file-empty", "file", { fileName });
  return accept({
    format: workbook.format,
    secondments: secondments.value.rows,
    units: units.value.rows,
    ignoredColumns: [...secondments.value.ignored, ...units.value.ignored],
  });
}
