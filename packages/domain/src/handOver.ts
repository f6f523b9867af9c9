import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** What a predecessor leaves to the successor at the same post; its words are an item beside the record. */
export const handOverSchema = z.object({
  revision: z.int().positive(),
  text: z.object({ revision: z.int().positive(), hash: z.string() }),
  by: signatureSchema,
  on: calendarDateSchema,
  /** The successor has read it. */
  received: z.object({ by: signatureSchema, on: calendarDateSchema, secondmentId: z.string() }).optional(),
});
export type HandOver = z.infer<typeof handOverSchema>;
