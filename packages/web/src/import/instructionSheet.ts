import type { CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { INSTRUCTIONS, sheetsOfTemplate } from "./columns.ts";
import { cohortLists, type SheetKey } from "./sheets.ts";
import { type Language, label, templateTexts } from "./templateTexts.ts";

/** White on the brand colour, bold: every heading of the template. */
export const HEADING: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0B3D91" } },
  alignment: { vertical: "center", wrapText: true },
};
const WRAPPED: CellStyle = { alignment: { vertical: "top", wrapText: true } };

/** The sheet that says how to fill in the others: rules first, then a table of all columns. */
export function instructionSheet(
  language: Language,
  { lists, notes }: { lists: readonly SheetKey[]; notes: "notes" | "postNotes" } = {
    lists: cohortLists,
    notes: "notes",
  },
): WriteSheet & { rows: CellValue[][] } {
  const texts = templateTexts[language];
  const help = new Map([
    ["secondments", new Map(Object.entries(texts.secondments))],
    ["units", new Map(Object.entries(texts.units))],
    ["posts", new Map(Object.entries(texts.posts))],
  ]);
  const lines = lists.flatMap((key) => {
    const sheet = sheetsOfTemplate[key];
    return sheet.columns.map((column) => {
      const about = help.get(key)?.get(column.key);
      const required = column.isRequired ? texts.yes : texts.no;
      return [
        label(sheet, language),
        label(column, language),
        required,
        about?.meaning ?? "",
        about?.example ?? "",
      ];
    });
  });
  const rows = [...texts[notes].map((note) => [note]), [], [...texts.headings], ...lines];
  const headingRow = texts[notes].length + 1;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (let row = headingRow; row < rows.length; row += 1)
    for (let column = 0; column < 5; column += 1)
      cells.set(`${row},${column}`, { style: row === headingRow ? HEADING : WRAPPED });
  return {
    name: label(INSTRUCTIONS, language),
    columns: [14, 16, 10, 64, 26].map((width) => ({ width })),
    rows,
    cells,
  };
}
