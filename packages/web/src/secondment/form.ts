import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { refusalsOf } from "../refusalsOf.ts";

/** Body of report-in: the day on which the officer arrived. */
export const reportInForm = z.object({ on: calendarDateSchema });
export const reportInCorrection = reportInForm.extend({ reason: z.string().trim().min(1).max(500) });
/** Acknowledging a warning says nothing more. */
export const acknowledgement = z.object({});

export const eventsQuerySchema = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** The event number after which a page of the trail starts. */
export function eventsQuery(given: Record<string, string>): Outcome<number> {
  const parsed = eventsQuerySchema.safeParse(given);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, given) };
  return accept(Number(parsed.data.cursor ?? 0));
}
