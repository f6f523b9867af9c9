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

/** Why a rule refused a row; the rule's field is the row's column. */
export function ruleProblems({ sheet, row }: Place, refusals: readonly Refusal[]): ImportRefusal[] {
  return refusals.map(({ code, field, params }) => ({
    sheet,
    row,
    code,
    ...(field && { column: field }),
    ...(params && { params: { ...params } }),
  }));
}
