import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";
import { postInputSchema } from "../concurrentPost.ts";
import { checkpointPlanSchema } from "../schemeSchema.ts";
import { unitInputSchema } from "../unit.ts";
import { importSheets } from "./importRow.ts";
import { partnerSchema } from "./partner.ts";

const postLineSchema = postInputSchema.extend({
  sheetName: z.string().optional(),
  row: z.int().positive(),
  isRandom: z.boolean(),
  /** Of the officer, of the unit that they are of, and of the place. */
  name: z.string(),
  unit: z.string(),
  placeName: z.string(),
});

/** What a file was understood to say: sheets with their rows, lines and records of a text, and a few rows as they would be stored. */
export const importUnderstoodSchema = z.object({
  sheets: z.array(z.object({ name: z.string(), holds: z.enum(importSheets), rows: z.int().nonnegative() })),
  text: z.object({ lines: z.int(), records: z.int() }).optional(),
  people: z.array(
    z.object({
      sheetName: z.string().optional(),
      row: z.int().positive(),
      isRandom: z.boolean(),
      serviceNumber: z.string(),
      name: z.string(),
      sex: z.enum(["male", "female"]),
      birthMonth: z.string(),
      homeUnit: z.string(),
      hostStation: z.string(),
      post: z.string(),
      from: calendarDateSchema,
      to: calendarDateSchema,
      /** The mentor whom the row gives them, and whether the pair waits for a second person. */
      partner: partnerSchema
        .pick({ number: true, name: true, focus: true })
        .extend({
          /** As the scheme names the focus; none in files checked before it was kept. */
          focusName: checkpointPlanSchema.shape.name.optional(),
        })
        .optional(),
      pairWaits: z.boolean().optional(),
    }),
  ),
  units: z.array(
    z.object({
      sheetName: z.string().optional(),
      row: z.int().positive(),
      isRandom: z.boolean(),
      code: z.string(),
      name: z.string(),
      kind: unitInputSchema.shape.kind,
      parent: z.string().optional(),
    }),
  ),
  posts: z.array(postLineSchema).optional(),
});
export type ImportUnderstood = z.infer<typeof importUnderstoodSchema>;
