import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { writeCsv } from "../csv.ts";
import type { SecondmentCells, UnitCells } from "./cellSchemas.ts";
import type { Column } from "./column.ts";
import { sheetsOfTemplate } from "./columns.ts";
import { unitKinds } from "./columnWords.ts";
import { HEADING, instructionSheet } from "./instructionSheet.ts";
import { MAX_ROWS } from "./list.ts";
import { type Language, label } from "./templateTexts.ts";

/** Blank rows that already carry the text and date formats; a pasted row brings its own. */
const PREPARED_ROWS = 2_000;
const PREPARED_UNITS = 500;
const TEXT: CellStyle = { numFmt: "@" };
const DATE: CellStyle = { numFmt: "yyyy-mm-dd" };
const widths: Readonly<Record<string, number>> = { name: 24, homeUnit: 26, hostStation: 26, post: 16 };

/** A row that the list begins with: a post to fill, or a person with everything; units as their names or codes. */
export type FilledRow = Partial<SecondmentCells>;

/** The template as .xlsx: the list (with the rows given, as text), the units (those given are filled in, and the drop-downs offer them), and what each column means. The same input gives the same bytes. */
export async function templateXlsx(
  language: Language,
  units: readonly UnitCells[] = [],
  filled: readonly FilledRow[] = [],
): Promise<Uint8Array> {
  const sorted = [...units].sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
  return writeXlsx({
    sheets: [
      secondmentSheet(language, sorted, filled),
      unitSheet(language, sorted),
      instructionSheet(language),
    ],
    properties: { created: new Date(0), modified: new Date(0) },
  });
}

/** The template as CSV: the headings of the list only. UTF-8 with BOM. */
export function templateCsv(language: Language): Uint8Array {
  const { columns } = sheetsOfTemplate.secondments;
  return new TextEncoder().encode(
    writeCsv(
      columns.map((column) => label(column, language)),
      [],
    ),
  );
}

/** Stations last: the drop-down of host stations starts with the first of them and reaches what is added below. */
const rank = (unit: UnitCells) => ["bureau", "office", "branch", "station"].indexOf(unit.kind);
export const wordIn =
  (language: Language) =>
  ([value, zh]: readonly [string, string, ...string[]]) =>
    language === "en" ? value : zh;

function secondmentSheet(
  language: Language,
  units: readonly UnitCells[],
  filled: readonly FilledRow[],
): WriteSheet {
  const { columns } = sheetsOfTemplate.secondments;
  const cells = cellsIn(language, columns);
  const unitsName = label(sheetsOfTemplate.units, language);
  const lastUnit = units.length + 1 + PREPARED_UNITS;
  const firstStation = units.findIndex((unit) => unit.kind === "station");
  const names = (first: number) => ({
    formula1: `'${unitsName}'!$B$${first}:$B$${lastUnit}`,
    errorStyle: "warning" as const,
  });
  return {
    ...listSheet(sheetsOfTemplate.secondments, language, filled.map(cells)),
    dataValidations: [
      ...columns.flatMap(({ key, words, isOpen }) =>
        words
          ? dropDown(columns, key, {
              values: words.map(wordIn(language)),
              ...(isOpen && { errorStyle: "warning" }),
            })
          : [],
      ),
      dropDown(columns, "homeUnit", names(2)),
      dropDown(columns, "hostStation", names(firstStation < 0 ? 2 : firstStation + 2)),
    ],
  };
}

function unitSheet(language: Language, units: readonly UnitCells[]): WriteSheet {
  const { columns } = sheetsOfTemplate.units;
  const kindName = (unit: UnitCells) =>
    wordIn(language)(unitKinds.find(([value]) => value === unit.kind) ?? ["", ""]);
  const rows = units.map((unit) => [unit.code, unit.name, kindName(unit), unit.parent ?? null]);
  return {
    ...listSheet(sheetsOfTemplate.units, language, rows),
    dataValidations: [dropDown(columns, "kind", { values: unitKinds.map(wordIn(language)) })],
  };
}

type Cells = (string | null)[];

/** The cells of a row in the order of the columns, words of closed lists in the language of the template. */
export function cellsIn(language: Language, columns: readonly Column[]) {
  return (row: Readonly<Record<string, string | undefined>>): Cells => {
    const values = new Map(Object.entries(row));
    return columns.map(({ key, words }) => {
      const value = values.get(key);
      const named = words?.find(([word]) => word === value);
      return named ? wordIn(language)(named) : (value ?? null);
    });
  };
}

export function listSheet(
  sheet: { zh: string; en: string; columns: readonly Column[] },
  language: Language,
  filled: Cells[],
): WriteSheet {
  const prepared = sheet === sheetsOfTemplate.secondments ? PREPARED_ROWS : PREPARED_UNITS;
  const headings = sheet.columns.map((column) => label(column, language) + (column.isRequired ? " *" : ""));
  const rows = [
    headings,
    ...filled,
    ...Array.from({ length: prepared }, () => sheet.columns.map(() => null)),
  ];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  rows.forEach((_, row) => {
    sheet.columns.forEach((column, index) => {
      const isBlankDate = (column.key === "from" || column.key === "to") && row > filled.length;
      cells.set(`${row},${index}`, { style: row === 0 ? HEADING : isBlankDate ? DATE : TEXT });
    });
  });
  return {
    name: label(sheet, language),
    columns: sheet.columns.map((column) => ({ width: widths[column.key] ?? 14 })),
    rows,
    cells,
    freezePane: { rows: 1 },
  };
}

type Choice = Pick<DataValidation, "values" | "formula1" | "errorStyle">;

/** A list to choose from, for every row that a file may have. Units may also be typed by code: there the list only warns. */
export function dropDown(columns: readonly Column[], key: Column["key"], choice: Choice): DataValidation {
  const letter = String.fromCharCode(65 + columns.findIndex((column) => column.key === key));
  const range = `${letter}2:${letter}${MAX_ROWS + 1}`;
  return {
    type: "list",
    allowBlank: true,
    showErrorMessage: choice.formula1 === undefined,
    range,
    ...choice,
  };
}
