import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { decodeText, delimiterOf, unescapeCell } from "../csv.ts";
import { isBlank, type RawCell } from "./cells.ts";
import { csvRecords } from "./csvRecords.ts";
import { MAX_COLUMNS } from "./prune.ts";
import type { RawRow, RawWorkbook } from "./rawWorkbook.ts";
import { openXls, openXlsx } from "./spreadsheetFile.ts";

/** Records of a CSV that are kept: the 5,000 of a list, its headings, and enough to see that there are more. */
const MAX_CSV_RECORDS = 5_050;

/** Opens a file by what its bytes are, whatever its name says. Refuses `file-unreadable`, `file-encrypted`, `file-too-large`, `too-many-rows`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<RawWorkbook>> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (start === "504b0304") return openXlsx(bytes);
  if (start === "d0cf11e0") return openXls(bytes);
  const text = decodeText(bytes);
  return text === undefined || /^\s*[<{]/.test(text) ? refuse("file-unreadable", "file") : openCsv(text);
}

function openCsv(text: string): Outcome<RawWorkbook> {
  const rows: RawRow[] = [];
  const counted = { lines: 0, records: 0 };
  let isCutOff = false;
  for (const { cells: texts, lines, doubtfulCell } of csvRecords(text, delimiterOf(text))) {
    counted.records += 1;
    counted.lines += lines;
    const cells = texts.map(csvCell);
    if (cells.every(isBlank) && doubtfulCell === undefined) continue;
    if (rows.length >= MAX_CSV_RECORDS) return refuse("too-many-rows", "file");
    isCutOff ||= !cells.slice(MAX_COLUMNS).every(isBlank);
    const doubt = doubtfulCell === undefined ? undefined : { doubtfulCell };
    rows.push({ row: counted.records, cells: cells.slice(0, MAX_COLUMNS), lines, ...doubt });
  }
  const sheet = { name: "", isHidden: false, rows, isCutOff };
  return accept({ format: "csv", dateSystem: "1900", sheets: [sheet], text: counted });
}

function csvCell(text: string): RawCell {
  if (!text.startsWith("=")) return unescapeCell(text);
  const result = /^="([^"]*)"$/.exec(text)?.[1];
  return { problem: "formula-not-allowed", ...(result !== undefined && { result }) };
}
