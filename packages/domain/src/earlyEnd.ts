import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** A term that ended before its nominal last day: completed early (and ruled) is not cancelled (and not ruled). */
export const earlyEndSchema = z.object({
  on: calendarDateSchema,
  outcome: z.enum(["completed", "cancelled"]),
  reason: z.string().min(1).max(500),
  /** Who was heard before, when, and what they said. */
  consultation: z.object({
    with: z.string().min(1).max(120),
    on: calendarDateSchema,
    note: z.string().max(500),
  }),
  by: signatureSchema,
  decidedOn: calendarDateSchema,
  /**
   * To which day the officer stays held though the secondment was withdrawn: days up to it count, wait or are not
   * reported. Absent where there are none, and on rows of before: then nobody is held.
   */
  heldUntil: calendarDateSchema.optional(),
});
export type EarlyEnd = z.infer<typeof earlyEndSchema>;
