import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { refusalsOf } from "./refusalsOf.ts";

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
