import * as z from "zod";
import { forceSchema } from "./force.ts";
import { nameKey, plainCode, plainText } from "./plainText.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";

export const unitKinds = ["bureau", "branch", "station", "office"] as const;
const codePattern = /^[0-9A-Za-z-]{1,20}$/;
export const unitCodeSchema = z.string().regex(codePattern);
/** A code of a unit as it comes in. */
export const unitCodeInputSchema = z.string().overwrite(plainCode).regex(codePattern);

/** A node of the tree bureau → branch (分局) → station (派出所); offices are units too. */
export const unitSchema = z.object({
  id: unitCodeSchema,
  version: z.int().nonnegative(),
  head: z.string(),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(unitKinds),
  parent: unitCodeSchema.optional(),
  /** Its force from each day on, earliest first; none where nobody entered one. */
  forces: z.array(forceSchema).optional(),
});
export type Unit = z.infer<typeof unitSchema>;
export const unitInputSchema = z.object({
  code: unitCodeInputSchema,
  name: z.string().overwrite(plainText).min(1).max(60),
  kind: unitSchema.shape.kind,
  parent: unitCodeInputSchema.optional(),
});
export type UnitInput = z.infer<typeof unitInputSchema>;

/** A unit as other records keep it: names at the time, not a reference that may change. */
export const unitSnapshotSchema = z.object({ code: unitCodeSchema, name: z.string().max(60) });
export type UnitSnapshot = z.infer<typeof unitSnapshotSchema>;

/** What an incoming unit means beside what exists: create, update, already there, or a refusal. */
export function planUnit(
  input: UnitInput,
  units: ReadonlyMap<string, Unit>,
): Outcome<{ action: "create" | "update" | "already-there"; unit: UnitInput }> {
  const existing = units.get(input.code);
  if (input.kind === "station" && input.parent === undefined) return refuse("station-needs-branch", "parent");
  if (input.parent !== undefined) {
    const parent = units.get(input.parent);
    if (!parent) return refuse("unknown-unit", "parent", { unit: input.parent });
    if (input.parent === input.code || isBelow(parent, input.code, units))
      return refuse("parent-is-below", "parent");
    if (input.kind === "station" && parent.kind !== "branch") return refuse("station-needs-branch", "parent");
  }
  if (!existing) return accept({ action: "create", unit: input });
  if (existing.kind !== input.kind) return refuse("unit-kind-differs", "kind", { unit: input.code });
  const same = nameKey(existing.name) === nameKey(input.name) && existing.parent === input.parent;
  return accept({ action: same ? "already-there" : "update", unit: input });
}

function isBelow(unit: Unit, code: string, units: ReadonlyMap<string, Unit>): boolean {
  const seen = new Set<string>();
  for (
    let at: Unit | undefined = unit;
    at && !seen.has(at.id);
    at = at.parent ? units.get(at.parent) : undefined
  ) {
    if (at.id === code) return true;
    seen.add(at.id);
  }
  return false;
}
