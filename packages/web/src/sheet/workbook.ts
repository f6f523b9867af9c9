import { type CellStyle, type SheetChart, type WriteSheet, writeXlsx } from "hucre/xlsx";

/** A figure stays a figure; everything else is text, so that Excel eats no zero and turns no month into a date. */
export type SheetCell = string | number | null;
export type SheetOf = {
  readonly name: string;
  /** Lines above the headings: what this is, of which day, by which filters. */
  readonly above: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly charts?: readonly SheetChart[] | undefined;
};

const heading: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0B3D91" } },
  alignment: { vertical: "center", wrapText: true },
};
const title: CellStyle = { font: { bold: true, size: 14 } };
const text: CellStyle = { numFmt: "@", alignment: { vertical: "top", wrapText: true } };
const narrowest = 8;
const widest = 48;
const longestName = 31;

/** A workbook of tables as .xlsx: heading row frozen and filterable, text cells as text. The same input gives the same bytes. */
export function workbookOf(sheets: readonly SheetOf[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeXlsx({
    sheets: sheets.map((sheet, index) => writeSheet(sheet, names[index] ?? sheet.name)),
    properties: { created: new Date(0), modified: new Date(0) },
  });
}

function writeSheet({ above, headings, rows, charts }: SheetOf, name: string): WriteSheet {
  const top = above.length;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  if (top > 0) cells.set("0,0", { style: title });
  for (const column of headings.keys()) cells.set(`${top},${column}`, { style: heading });
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      if (typeof value === "string") cells.set(`${top + 1 + row},${column}`, { style: text });
  const lastColumn = Math.max(0, headings.length - 1);
  return {
    name,
    columns: headings.map((each, column) => ({ width: widthOf([each, ...rows.map((row) => row[column])]) })),
    rows: [...above.map((line) => [line]), [...headings], ...rows.map((row) => [...row])],
    cells,
    freezePane: { rows: top + 1 },
    autoFilter: { range: `A${top + 1}:${columnLetters(lastColumn)}${top + 1 + rows.length}` },
    ...(charts && charts.length > 0 && { charts: [...charts] }),
  };
}

/** Characters of the longest value; a Chinese one takes the place of two. */
function widthOf(values: readonly (SheetCell | undefined)[]): number {
  const widths = values.map((value) => String(value ?? "").replace(/[^\0-\x7f]/g, "xx").length + 2);
  return Math.min(
    widest,
    widths.reduce((most, each) => Math.max(most, each), narrowest),
  );
}

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Names as Excel takes them: at most 31 characters, none of its signs, no name twice, and not the one it keeps for itself. */
function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wished.map((wish) => {
    const clean = wish.replace(/[\\/?*[\]:']/g, " ").trim() || "1";
    let name = clean.slice(0, longestName);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${clean.slice(0, longestName - 4)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
