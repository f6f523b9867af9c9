import type { ImportRefusal, ImportRow } from "@dunmiao/domain/import/importRow";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { ParsedRow, Place } from "./list.ts";

export type UnitRow = ImportRow & { sheet: "units" };
export type PersonRow = ImportRow & { sheet: "secondments" };

/** What was wrong with the cells of a row before anything was looked up. */
export function cellProblems({ errors, ...row }: ParsedRow<unknown>): ImportRefusal[] {
  const place = placeOf(row);
  return errors.map(({ column, code, params }) => ({ ...place, column, code, ...(params && { params }) }));
}

/** Where a row stands, and nothing else of it. */
export function placeOf<Sheet extends Place["sheet"]>({
  sheet,
  sheetName,
  row,
}: {
  sheet: Sheet;
  sheetName?: string | undefined;
  row: number;
}) {
  return { sheet, row, ...(sheetName && { sheetName }) };
}

/** Where a claim is in the way, the rule knows no column. */
const columnOfCode: Readonly<Record<string, string>> = {
  "officer-busy": "serviceNumber",
  "post-busy": "hostStation",
  "apprentice-has-pair": "partner",
};

/** Column of the file that a problem belongs to; undefined where it is the whole row's. */
export function columnOfProblem({
  column,
  code,
}: Pick<ImportRefusal, "column" | "code">): string | undefined {
  return column ?? columnOfCode[code];
}

/** Why a rule refused a row; the rule's field is the row's column. */
export function ruleProblems(
  row: Pick<ImportRow, "sheet" | "sheetName" | "row">,
  refusals: readonly Refusal[],
): ImportRefusal[] {
  const place = placeOf(row);
  return refusals.map(({ code, field, params }) => {
    const column = columnOfProblem({ code, column: field });
    return { ...place, code, ...(column && { column }), ...(params && { params: { ...params } }) };
  });
}
