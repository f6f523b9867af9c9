import type { StoredRecord } from "./storedWorld.ts";

/**
 * Of these records the first of each shape that was not seen before, which is added to those seen. Two records of one
 * shape have the same members and the same words of the product everywhere (states, kinds, codes) and differ in names,
 * numbers and dates alone: what reads and shows the one reads and shows the other.
 */
export function firstOfEachShape(records: readonly StoredRecord[], seen: Set<string>): StoredRecord[] {
  return records.filter(({ kind, record }) => {
    const shape = `${kind} ${shapeOf(record)}`;
    return !seen.has(shape) && seen.add(shape);
  });
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].toSorted().join("|")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${name}:${shapeOf(member)}`).join()}}`;
  }
  if (typeof value === "string") return /^[a-z]+(-[a-z]+)*$/.test(value) ? value : "text";
  return typeof value === "boolean" ? String(value) : typeof value;
}
