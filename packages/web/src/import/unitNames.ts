import { nameKey } from "@dunmiao/domain/plainText";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";

/** Finds the code of a unit by what stands in a cell: a code, or a name that only one unit has. */
export type UnitFinder = (column: string, codeOrName: string) => Outcome<string>;

/**
 * Refuses `unknown-unit` and, for a name that several units have, `ambiguous-unit` with their codes. A unit that the
 * file calls otherwise (`inFile`) is found by both names.
 */
export function unitFinder(
  units: ReadonlyMap<string, Unit>,
  inFile: ReadonlyMap<string, Unit> = units,
): UnitFinder {
  const named = [...units.values(), ...inFile.values()].map(
    (unit) => [`${unit.id} ${nameKey(unit.name)}`, unit] as const,
  );
  const byName = Map.groupBy(new Map(named).values(), (unit) => nameKey(unit.name));
  return (column, codeOrName) => {
    if (units.has(codeOrName)) return accept(codeOrName);
    const [found, ...more] = byName.get(nameKey(codeOrName)) ?? [];
    if (!found) return refuse("unknown-unit", column, { unit: codeOrName });
    if (more.length === 0) return accept(found.id);
    const codes = [found, ...more].map((unit) => unit.id).join("、");
    return refuse("ambiguous-unit", column, { unit: codeOrName, codes });
  };
}

/** How a list writes a unit: by its name, as the drop-down offers it, where that is read as this unit; else by its code. */
export function unitSpelling(units: ReadonlyMap<string, Unit>): (code: string) => string {
  const find = unitFinder(units);
  return (code) => {
    const name = units.get(code)?.name;
    const found = name === undefined ? undefined : find("", name);
    return name !== undefined && found?.ok && found.value === code ? name : code;
  };
}
