import type { Import, ImportRow } from "@dunmiao/domain/import/importRow";

/** The code of a row that has a unit on file otherwise: it is not changed before a person says so. */
export const UNIT_CHANGE = "unit-would-change";

/** Whether a stored row of a file is imported: one that changes a unit on file only where a person said so. */
export function isLetIn(row: ImportRow, { changedUnits = [] }: Pick<Import, "changedUnits"> = {}): boolean {
  return row.sheet !== "units" || row.was === undefined || changedUnits.includes(row.unit.code);
}
