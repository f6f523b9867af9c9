import * as z from "zod";
import { forceSchema } from "../force.ts";
import { unitSchema } from "../unit.ts";

const { name, kind, parent } = unitSchema.shape;

/** What may happen to a unit, each with what its event says; some rows of before tell nothing, the record says it. */
export const unitEvents = {
  "unit.created": z.strictObject({ name: name.optional(), kind: kind.optional(), parent }),
  "unit.updated": z.strictObject({ name, kind, parent }),
  "unit.force-entered": z.strictObject(forceSchema.omit({ entered: true }).shape),
} as const;
