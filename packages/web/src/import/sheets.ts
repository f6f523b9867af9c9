import { headingKey, INSTRUCTIONS, sheetsOfTemplate } from "./columns.ts";
import { findHeadings } from "./rows.ts";
import type { RawSheet } from "./workbook.ts";

/** A sheet under another name is taken for the list when it has this many of its headings. */
const HEADINGS_TO_RECOGNISE = 3;

/** The sheet 单位, known by its name only: a CSV or a plain list has none. */
export function unitSheet(sheets: readonly RawSheet[]): RawSheet | undefined {
  return sheets.find((sheet) => isNamed(sheet, sheetsOfTemplate.units));
}

/** The sheet 挂职名单: by name, else the first visible one with its headings, else (without a sheet of units) the first that is filled, so that its missing columns can be named. */
export function mainSheet(sheets: readonly RawSheet[]): RawSheet | undefined {
  const byName = sheets.find((sheet) => isNamed(sheet, sheetsOfTemplate.secondments));
  if (byName) return byName;
  const others = sheets.filter(
    (sheet) => !sheet.isHidden && !isNamed(sheet, sheetsOfTemplate.units) && !isNamed(sheet, INSTRUCTIONS),
  );
  const { columns } = sheetsOfTemplate.secondments;
  const byHeadings = others.find(
    (sheet) => findHeadings(sheet, columns).places.size >= HEADINGS_TO_RECOGNISE,
  );
  if (byHeadings || unitSheet(sheets)) return byHeadings;
  return others.find((sheet) => sheet.rows.length > 0);
}

function isNamed(sheet: RawSheet, names: { readonly zh: string; readonly en: string }): boolean {
  return [names.zh, names.en].some((name) => headingKey(name) === headingKey(sheet.name));
}
