/** One row, what stands before the rows, and what stands behind them: beyond any list, and a parser pays dearly for each. */
const MAX_PIECE_CHARACTERS = 4 * 1024 * 1024;
/** Columns that a sheet has; their widths may be said one by one. */
const MAX_WIDTHS = 2 * 16_384;
/** A row beyond this number is a stray cell, and a parser pays for every row before it. */
export const LAST_ROW = 100_000;
/** Cells beyond this column belong to no list of ours. */
export const MAX_COLUMNS = 100;

/** What is in a worksheet: rows and cells with something in them, and the last such row; rows without anything are no rows. */
export type Content = {
  rows: number;
  cells: number;
  lastRow: number;
  isCutOff: boolean;
  fault?: "file-unreadable" | "file-too-large";
};
export type Pruner = {
  readonly content: Content;
  /** Takes the next piece of the part, one character a byte. */
  take(piece: string): void;
  /** The worksheet without its blank cells and rows. */
  end(): string;
};
type State = { content: Content; rest: string; at: "head" | "rows" | "tail"; row: number; kept: string[] };

/**
 * Takes the blank cells and rows out of a worksheet while it is being unpacked. Spaces, empty texts and styles fill
 * files down to the last row there is; a parser builds every one of them. `blanks` are the shared strings that show nothing.
 */
export function pruner(blanks: ReadonlySet<number>): Pruner {
  const content: Content = { rows: 0, cells: 0, lastRow: 0, isCutOff: false };
  const state: State = { content, rest: "", at: "head", row: 0, kept: [] };
  return {
    content,
    take(piece) {
      // Comments and CDATA could hide a row from whoever reads tags only; no spreadsheet program writes them here.
      if (`${state.rest.slice(-1)}${piece}`.includes("<!")) content.fault = "file-unreadable";
      state.rest += piece;
      if (state.at === "head") takeHead(state);
      if (state.at === "rows") takeRows(state, blanks);
      if (state.rest.length > MAX_PIECE_CHARACTERS) content.fault = "file-too-large";
    },
    end() {
      if (state.at === "rows") content.fault = "file-unreadable";
      return [...state.kept, state.rest].join("");
    },
  };
}

function keep(state: State, length: number): void {
  state.kept.push(state.rest.slice(0, length));
  state.rest = state.rest.slice(length);
}

function takeHead(state: State): void {
  const found = /<(?:\w+:)?sheetData\b[^>]*>/.exec(state.rest);
  if (!found) return;
  keep(state, found.index + found[0].length);
  if (widthsIn(state.kept[0] ?? "") > MAX_WIDTHS) state.content.fault = "file-too-large";
  state.at = found[0].endsWith("/>") ? "tail" : "rows";
}

/** A parser writes one width for each column that a `col` covers, however often it is covered. */
function widthsIn(head: string): number {
  let widths = 0;
  for (const [, attributes = ""] of head.matchAll(/<(?:\w+:)?col\b([^>]*)>/g)) {
    const [min = 1, max = 1] = ["min", "max"].map((name) =>
      Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1),
    );
    widths += Math.max(1, Math.min(max, MAX_WIDTHS) - min + 1);
  }
  return widths;
}

const rowStart = /\s*<((?:\w+:)?)row\b([^>]*)>/y;
const rowsEnd = /\s*<\/(?:\w+:)?sheetData\s*>/y;

function takeRows(state: State, blanks: ReadonlySet<number>): void {
  let at = 0;
  for (;;) {
    rowStart.lastIndex = at;
    const start = rowStart.exec(state.rest);
    if (!start) break;
    const [, prefix = "", attributes = ""] = start;
    const isEmpty = attributes.endsWith("/");
    const closing = `</${prefix}row>`;
    const end = isEmpty ? rowStart.lastIndex : state.rest.indexOf(closing, rowStart.lastIndex);
    if (end < 0) break;
    state.row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? state.row + 1);
    if (!isEmpty)
      takeRow(state, { prefix, attributes, inner: state.rest.slice(rowStart.lastIndex, end) }, blanks);
    at = isEmpty ? end : end + closing.length;
  }
  state.rest = state.rest.slice(at);
  rowsEnd.lastIndex = 0;
  if (rowsEnd.test(state.rest)) state.at = "tail";
}

type RowText = { prefix: string; attributes: string; inner: string };
const cellTag = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c\s*>)/g;

function takeRow({ content, row, kept }: State, text: RowText, blanks: ReadonlySet<number>): void {
  const { prefix, attributes, inner } = text;
  if (!/<(?:\w+:)?(?:v|f|is)\b/.test(inner)) return;
  const cells = [...inner.matchAll(cellTag)].map(([whole, , of = "", held = ""]) => ({
    whole,
    column: /\br="([A-Za-z]+)\d+"/.exec(of)?.[1],
    isFilled: isFilled(of, held, blanks),
  }));
  const filled = cells.filter((cell) => cell.isFilled);
  if (filled.length === 0) return;
  content.rows += 1;
  content.cells += filled.length;
  content.lastRow = Math.max(content.lastRow, row);
  content.isCutOff ||= filled.some(
    (cell) => cell.column !== undefined && columnIndex(cell.column) >= MAX_COLUMNS,
  );
  const isPlaced = cells.every((cell) => cell.column !== undefined);
  const placed = /\br="/.test(attributes) ? attributes : `${attributes} r="${row}"`;
  const shown = isPlaced ? filled.map((cell) => cell.whole).join("") : inner;
  kept.push(`<${prefix}row${placed}>${shown}</${prefix}row>`);
}

function isFilled(attributes: string, inner: string, blanks: ReadonlySet<number>): boolean {
  if (/<(?:\w+:)?f\b/.test(inner)) return true;
  const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(inner)?.[1];
  if (value !== undefined && /\bt="s"/.test(attributes)) return !blanks.has(Number(value));
  return !isBlankXml(value ?? textsIn(inner));
}

/** The texts of a string element, runs joined, without phonetic hints. */
export function textsIn(element: string): string {
  const bare = element.replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g, "");
  return [...bare.matchAll(/<(?:\w+:)?t\b[^>]*>([^<]*)</g)].map(([, text]) => text).join("");
}

/** Whether a text of a part (one character a byte, entities as they stand) shows nothing. */
export function isBlankXml(text: string): boolean {
  if (/[0-9A-Za-z]/.test(text.replace(/&#\w+;|_x[0-9A-Fa-f]{4}_/g, ""))) return false;
  const bytes = Buffer.from(text, "latin1").toString("utf8");
  const plain = bytes
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
      codePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
    )
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)));
  return /^[\s\p{Cf}\p{Cc}]*$/u.test(plain);
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : "?");

/** Column A is 0. */
export function columnIndex(letters: string): number {
  return Buffer.from(letters.toUpperCase()).reduce((sum, byte) => sum * 26 + byte - 64, 0) - 1;
}
