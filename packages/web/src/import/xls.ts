import { type Found, records, textAt } from "./biffRecords.ts";
import { chainOf, streamsOf } from "./compoundFile.ts";
import { builtInFormats } from "./numberFormats.ts";

/** Cells with content in one sheet before the parser sees the file; an .xls holds at most 65,536 rows. */
const MAX_CELLS = 250_000;
const RECORD = {
  formula: 0x0006,
  date1904: 0x0022,
  encrypted: 0x002f,
  sheet: 0x0085,
  font: 0x0031,
  extendedFormat: 0x00e0,
  format: 0x041e,
  row: 0x0208,
  columns: 0x007d,
  filtered: 0x009b,
  manyNumbers: 0x00bd,
  richText: 0x00d6,
};
/** Records that hold a value: FORMULA, MULRK, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK. */
const valueRecords = new Set([0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);
/** What the parser of .xls does not tell of a sheet. Places are `row,column`, from 0. */
export type XlsSheet = {
  readonly isHidden: boolean;
  isFiltered: boolean;
  readonly formulas: Set<string>;
  /** Texts in a record that the parser passes over. */
  readonly unread: Set<string>;
  readonly formats: Map<string, string>;
  readonly struck: Set<string>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
};
export type XlsScan = {
  readonly is1904: boolean;
  readonly sheets: readonly XlsSheet[];
  /** A font that strikes through belongs to no cell as a whole: parts of some texts may be struck. */
  readonly mayStrikeParts: boolean;
};
export type XlsVerdict = XlsScan | "file-encrypted" | "too-many-rows" | "file-unreadable";

/** Walks an Excel 97–2003 file (BIFF8 in a compound file) without building anything from it. */
export function scanXls(bytes: Uint8Array): XlsVerdict {
  try {
    const streams = streamsOf(bytes);
    if (streams.has("EncryptedPackage")) return "file-encrypted";
    const start = streams.get("Workbook");
    return start === undefined ? "file-unreadable" : scanRecords(chainOf(bytes, start));
  } catch {
    return "file-unreadable";
  }
}

type Start = { readonly at: number; readonly isHidden: boolean };
type Globals = {
  is1904: boolean;
  /** Whether each font strikes through; and of each style its font and its format. */
  readonly strikes: boolean[];
  readonly fontOf: number[];
  readonly formatOf: number[];
  readonly formats: Map<number, string>;
  readonly starts: Start[];
};

function scanRecords(stream: Uint8Array): XlsVerdict {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const globals: Globals = {
    is1904: false,
    strikes: [],
    fontOf: [],
    formatOf: [],
    formats: new Map(),
    starts: [],
  };
  for (const { id, at } of records(view, 0)) {
    if (id === RECORD.encrypted) return "file-encrypted";
    if (id === RECORD.date1904) globals.is1904 = view.getUint16(at, true) === 1;
    if (id === RECORD.font) globals.strikes.push((view.getUint16(at + 2, true) & 8) !== 0);
    if (id === RECORD.extendedFormat) {
      globals.fontOf.push(placeOfFont(view.getUint16(at, true)));
      globals.formatOf.push(view.getUint16(at + 2, true));
    }
    if (id === RECORD.format) globals.formats.set(view.getUint16(at, true), textAt(view, at + 2));
    if (id === RECORD.sheet)
      globals.starts.push({ at: view.getUint32(at, true), isHidden: (view.getUint8(at + 4) & 3) !== 0 });
  }
  const sheets: XlsSheet[] = [];
  for (const start of globals.starts) {
    const sheet = scanSheet(view, start, globals);
    if (!sheet) return "too-many-rows";
    sheets.push(sheet);
  }
  const mayStrikeParts = globals.strikes.some((strikes, font) => strikes && !globals.fontOf.includes(font));
  return { is1904: globals.is1904, sheets, mayStrikeParts };
}

/** Fonts are numbered without a fourth one. */
function placeOfFont(number: number): number {
  return number > 4 ? number - 1 : number;
}

function scanSheet(view: DataView, { at: start, isHidden }: Start, globals: Globals): XlsSheet | undefined {
  const sheet: XlsSheet = {
    isHidden,
    isFiltered: false,
    formulas: new Set(),
    unread: new Set(),
    formats: new Map(),
    struck: new Set(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  let cells = 0;
  for (const record of records(view, start)) {
    readHidden(view, record, sheet);
    if (!valueRecords.has(record.id)) continue;
    cells += readCells(view, record, { sheet, globals });
    if (cells > MAX_CELLS) return undefined;
  }
  return sheet;
}

function readHidden(view: DataView, { id, at }: Found, sheet: XlsSheet): void {
  if (id === RECORD.filtered) sheet.isFiltered = true;
  if (id === RECORD.row && (view.getUint16(at + 12, true) & 0x20) !== 0)
    sheet.hiddenRows.add(view.getUint16(at, true));
  if (id !== RECORD.columns) return;
  const isHidden = (view.getUint16(at + 8, true) & 1) !== 0 || view.getUint16(at + 4, true) === 0;
  const last = Math.min(view.getUint16(at + 2, true), 255);
  for (let column = view.getUint16(at, true); isHidden && column <= last; column += 1)
    sheet.hiddenColumns.add(column);
}

/** Notes what a value record does not tell the parser; answers how many cells it holds. */
function readCells(
  view: DataView,
  { id, at, length }: Found,
  { sheet, globals }: { sheet: XlsSheet; globals: Globals },
): number {
  const row = view.getUint16(at, true);
  const first = view.getUint16(at + 2, true);
  const count = id === RECORD.manyNumbers ? Math.floor((length - 6) / 6) : 1;
  for (let index = 0; index < count; index += 1) {
    const style = view.getUint16(at + 4 + index * 6, true);
    const format = globals.formatOf[style] ?? 0;
    if (globals.strikes[globals.fontOf[style] ?? 0]) sheet.struck.add(`${row},${first + index}`);
    const code = globals.formats.get(format) ?? builtInFormats[format];
    if (code !== undefined) sheet.formats.set(`${row},${first + index}`, code);
  }
  if (id === RECORD.formula) sheet.formulas.add(`${row},${first}`);
  if (id === RECORD.richText) sheet.unread.add(`${row},${first}`);
  return count;
}
