import type { Unit } from "@dunmiao/domain/unit";
import { figuresOf, type ListedPair, leaderOf } from "./list.ts";

/** Files of the pairs that a branch or an office leads, by its name. */
export type UnitFiles = { code: string; name: string | undefined } & ReturnType<typeof figuresOf>;

/** The headline by the unit that leads, most incomplete files first: each pair is led by one, so that it adds up. */
export function filesByUnit(rows: readonly ListedPair[], units: ReadonlyMap<string, Unit>): UnitFiles[] {
  const byUnit = Map.groupBy(
    rows.filter((row) => row.isCounted),
    (row) => leaderOf(row).branch,
  );
  return [...byUnit]
    .map(([code, of]) => ({ code, name: units.get(code)?.name, ...figuresOf(of) }))
    .toSorted((one, other) => other.missing - one.missing || (one.code < other.code ? -1 : 1));
}

/** The pairs whose file lacks something. */
export function incomplete(rows: readonly ListedPair[]): ListedPair[] {
  return rows.filter((row) => row.isCounted && row.file.missing.length > 0);
}
