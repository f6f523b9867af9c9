import { unitCodeInputSchema } from "@dunmiao/domain/unit";
import { peopleFigures } from "@dunmiao/domain/unit/quota";
import { forceInputSchema } from "@dunmiao/domain/unit/recordForce";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { cursorSchema } from "../cursor.ts";

const { people } = forceInputSchema.shape;
const formShare = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/)
    .transform(Number),
]);

/** Body of a force; the share may have two decimals. */
export const forceForm = forceInputSchema.extend({
  unit: unitCodeInputSchema,
  people: formNumber.pipe(people),
  sharePercent: formShare.pipe(z.number().min(0).max(100)).optional(),
});
/** Which unit the form begins with. */
export const forceQuery = z.object({ unit: z.string().max(20).optional().catch(undefined) });
/** Whose people: of a unit with a force, of those without one, or of all rows. */
export const quotaPeopleQuery = z.object({
  figure: z.enum(peopleFigures).default("actual"),
  unit: z.string().max(20).optional(),
  withoutForce: z.literal("true").optional(),
  cursor: cursorSchema.optional(),
});
export type QuotaPeopleQuery = z.infer<typeof quotaPeopleQuery>;
