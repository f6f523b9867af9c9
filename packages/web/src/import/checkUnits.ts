import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import { nameKey } from "@dunmiao/domain/plainText";
import { planUnit, type Unit, type UnitInput } from "@dunmiao/domain/unit";
import { UNIT_CHANGE } from "@dunmiao/store/importedRows";
import type { UnitCells } from "./cellSchemas.ts";
import { cellProblems, placeOf, ruleProblems, type UnitRow } from "./checked.ts";
import type { ParsedRow } from "./list.ts";

export type CheckedUnits = {
  good: UnitRow[];
  problems: ImportRefusal[];
  /** How many of the good rows would change a unit on file. */
  changes: number;
  /** The units on file with the new ones: what the file has otherwise stays as it is until a person says so. */
  units: ReadonlyMap<string, Unit>;
  /** The units as they would be with every row of the file over them. */
  inFile: ReadonlyMap<string, Unit>;
};
type CompleteRow = ParsedRow<UnitCells> & { isComplete: true };

/** Checks the sheet of units against those on file, a parent before its children wherever the rows stand. */
export function checkUnits(
  rows: readonly ParsedRow<UnitCells>[],
  onFile: ReadonlyMap<string, Unit>,
): CheckedUnits {
  const units = new Map(onFile);
  const stored = new Map(onFile);
  const good: UnitRow[] = [];
  const problems = rows.flatMap(cellProblems);
  for (const each of parentsFirst(rows.filter(isComplete))) {
    const unit: UnitInput = each.cells;
    const plan = planUnit(unit, units);
    if (!plan.ok) {
      problems.push(...ruleProblems(each, plan.refusals));
      continue;
    }
    const place = placeOf({ ...each, sheet: "units" as const });
    const existing = plan.value.action === "update" ? units.get(unit.code) : undefined;
    if (existing) problems.push({ ...place, ...changeOf(existing, unit, units) });
    const was = existing && { name: existing.name, ...(existing.parent && { parent: existing.parent }) };
    good.push({ ...place, action: plan.value.action, unit, ...(was && { was }) });
    const { code: id, ...facts } = unit;
    units.set(id, { id, version: units.get(id)?.version ?? 0, head: "", ...facts });
    if (!onFile.has(id)) stored.set(id, { id, version: 0, head: "", ...facts });
  }
  const changes = good.filter((row) => row.was).length;
  return { good, problems, changes, units: stored, inFile: units };
}

/** What the file would make of a unit on file, by name: an old copy of a file would otherwise call units as they were. */
function changeOf(
  { id, name, parent }: Unit,
  unit: UnitInput,
  units: ReadonlyMap<string, Unit>,
): Pick<ImportRefusal, "code" | "column" | "params"> {
  const above = (code: string | undefined) => (code === undefined ? "" : `${units.get(code)?.name} ${code}`);
  const moved = parent !== unit.parent && { above: above(parent), aboveThen: above(unit.parent), moved: 1 };
  const column = nameKey(name) === nameKey(unit.name) ? "parent" : "name";
  return { code: UNIT_CHANGE, column, params: { unit: id, was: name, becomes: unit.name, ...moved } };
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
