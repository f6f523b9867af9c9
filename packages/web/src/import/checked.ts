import type { ImportRefusal, ImportRow } from "@dunmiao/domain/importRow";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { ParsedRow } from "./list.ts";

export type UnitRow = ImportRow & { sheet: "units" };
export type PersonRow = ImportRow & { sheet: "secondments" };
type Place = Pick<ParsedRow<unknown>, "sheet" | "row">;

/** What was wrong with the cells of a row before anything was looked up. */
export function cellProblems({ sheet, row, errors }: ParsedRow<unknown>): ImportRefusal[] {
  return errors.map(({ column, code, params }) => ({ sheet, row, column, code, ...(params && { params }) }));
}

/** Where a claim is in the way, the rule knows no column. */
const columnOfCode: Readonly<Record<string, string>> = {
  "officer-busy": "serviceNumber",
  "post-busy": "hostStation",
};

/** Column of the file that a problem belongs to; undefined where it is the whole row's. */
export function columnOfProblem({
  column,
  code,
}: Pick<ImportRefusal, "column" | "code">): string | undefined {
  return column ?? columnOfCode[code];
}

/** Why a rule refused a row; the rule's field is the row's column. */
export function ruleProblems({ sheet, row }: Place, refusals: readonly Refusal[]): ImportRefusal[] {
  return refusals.map(({ code, field, params }) => {
    const column = columnOfProblem({ code, column: field });
    return { sheet, row, code, ...(column && { column }), ...(params && { params: { ...params } }) };
  });
}
