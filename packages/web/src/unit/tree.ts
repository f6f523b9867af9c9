import { nameKey } from "@dunmiao/domain/plainText";
import type { Unit, UnitInput } from "@dunmiao/domain/unit";
import type { Units } from "@dunmiao/store/unit";
import type { Text } from "../ui/text.ts";

export type UnitNode = { unit: Unit; children: UnitNode[]; size: number };

/** The forest of units in the order of their codes; a unit whose parent is not on file stands at the top. */
export function unitTree(units: Units): UnitNode[] {
  const all = inOrder([...units.values()]);
  const below = Map.groupBy(all, (unit) => (unit.parent && units.has(unit.parent) ? unit.parent : ""));
  const nodesUnder = (code: string): UnitNode[] =>
    (below.get(code) ?? []).map((unit) => {
      const children = nodesUnder(unit.id);
      return { unit, children, size: children.reduce((sum, child) => sum + child.size, children.length) };
    });
  return nodesUnder("");
}

/** Units whose code or name contains the text. */
export function unitsMatching(units: Units, text: string): Unit[] {
  const wanted = nameKey(text);
  return inOrder([...units.values()]).filter(
    ({ id, name }) => id.toLowerCase().includes(wanted) || nameKey(name).includes(wanted),
  );
}

/** The units directly below one. */
export function childrenOf(units: Units, code: string): Unit[] {
  return inOrder([...units.values()]).filter((unit) => unit.parent === code);
}

/** A unit as JSON and forms name its members. */
export function unitView({ id, name, kind, parent }: Unit): UnitInput {
  return { code: id, name, kind, ...(parent !== undefined && { parent }) };
}

/** The name of a unit by its code; of one that is not on file that it is not, with the code to look for. */
export function namesOf(units: Units, text: Text): (code: string) => string {
  return (code) => units.get(code)?.name ?? text.gone.unit({ code });
}

/** B2 stands before B10. */
const order = new Intl.Collator("en", { numeric: true });

function inOrder(units: Unit[]): Unit[] {
  return units.toSorted((one, other) => order.compare(one.id, other.id));
}
