import type { ImportRefusal } from "@dunmiao/domain/importRow";
import { planUnit, type Unit, type UnitInput } from "@dunmiao/domain/unit";
import type { UnitCells } from "./cellSchemas.ts";
import { cellProblems, placeOf, ruleProblems, type UnitRow } from "./checked.ts";
import type { ParsedRow } from "./list.ts";

export type CheckedUnits = {
  good: UnitRow[];
  problems: ImportRefusal[];
  /** The units as they will be: those on file with the good rows over them. */
  units: ReadonlyMap<string, Unit>;
};
type CompleteRow = ParsedRow<UnitCells> & { isComplete: true };

/** Checks the sheet of units against those on file, a parent before its children wherever the rows stand. */
export function checkUnits(
  rows: readonly ParsedRow<UnitCells>[],
  onFile: ReadonlyMap<string, Unit>,
): CheckedUnits {
  const units = new Map(onFile);
  const good: UnitRow[] = [];
  const problems = rows.flatMap(cellProblems);
  for (const each of parentsFirst(rows.filter(isComplete))) {
    const unit: UnitInput = each.cells;
    const plan = planUnit(unit, units);
    if (!plan.ok) {
      problems.push(...ruleProblems(each, plan.refusals));
      continue;
    }
    good.push({ ...placeOf({ ...each, sheet: "units" }), action: plan.value.action, unit });
    const { code: id, ...facts } = unit;
    units.set(id, { id, version: units.get(id)?.version ?? 0, head: "", ...facts });
  }
  return { good, problems, units };
}

function isComplete(row: ParsedRow<UnitCells>): row is CompleteRow {
  return row.isComplete;
}

/** The order in which rows can be created; rows in a circle come as they stand and are refused by the rule. */
function parentsFirst(rows: readonly CompleteRow[]): CompleteRow[] {
  const byCode = new Map(rows.map((row) => [row.cells.code, row]));
  const begun = new Set<CompleteRow>();
  const ordered: CompleteRow[] = [];
  const visit = (row: CompleteRow) => {
    if (begun.has(row)) return;
    begun.add(row);
    const parent = byCode.get(row.cells.parent ?? "");
    if (parent) visit(parent);
    ordered.push(row);
  };
  for (const row of rows) visit(row);
  return ordered;
}
