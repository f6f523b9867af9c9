import * as z from "zod";
import { officerSchema, serviceNumberSchema } from "../officer.ts";
import { pairSchema } from "../pair.ts";

const { name, sex, birthMonth } = officerSchema.shape;

/** The partner at the host station whom a row of a list names: they become the mentor of whom it sends. */
export const partnerSchema = z.object({
  number: serviceNumberSchema,
  name,
  /** Needed of somebody who is not on file. */
  sex: sex.optional(),
  birthMonth: birthMonth.optional(),
  focus: pairSchema.shape.focus,
  scheme: z.string(),
  /** Whether the whole checklist of a mentor is met; else the pair waits for a second person. */
  isEligible: z.boolean(),
  kin: z.boolean().optional(),
});
export type Partner = z.infer<typeof partnerSchema>;
