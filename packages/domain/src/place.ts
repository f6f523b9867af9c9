import * as z from "zod";
import { nameKey, plainCode, plainText } from "./plainText.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { unitCodeInputSchema, unitCodeSchema } from "./unit.ts";

/** Where somebody may have a concurrent post. */
export const placeKinds = ["school", "community", "street", "grid"] as const;
export type PlaceKind = (typeof placeKinds)[number];
const placeCodePattern = /^[0-9A-Za-z-]{1,20}$/;

/** A school, community, street or grid as the personnel office keeps it: the list that coverage is told from. */
export const placeSchema = z.object({
  id: z.string().regex(placeCodePattern),
  version: z.int().nonnegative(),
  head: z.string(),
  kind: z.enum(placeKinds),
  name: z.string().min(1).max(60),
  /** The unit in whose area it lies. */
  unit: unitCodeSchema,
  /** It does not exist any more: nobody is missed there. */
  isClosed: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

export const placeInputSchema = z.object({
  code: z.string().overwrite(plainCode).regex(placeCodePattern),
  kind: z.enum(placeKinds),
  name: z.string().overwrite(plainText).min(1).max(60),
  unit: unitCodeInputSchema,
  isClosed: z.boolean().default(false),
});
export type PlaceInput = z.infer<typeof placeInputSchema>;

/** A place as other records keep it: its name at the time. */
export const placeSnapshotSchema = placeSchema
  .pick({ kind: true, name: true })
  .extend({ code: placeSchema.shape.id });

/** What an incoming place means beside the one on file; a school does not become a grid (`place-kind-differs`). */
export function planPlace(
  input: PlaceInput,
  existing: Place | undefined,
): Outcome<"create" | "update" | "already-there"> {
  if (!existing) return accept("create");
  if (existing.kind !== input.kind) return refuse("place-kind-differs", "kind", { place: input.code });
  const isSame =
    nameKey(existing.name) === nameKey(input.name) &&
    existing.unit === input.unit &&
    existing.isClosed === input.isClosed;
  return accept(isSame ? "already-there" : "update");
}
