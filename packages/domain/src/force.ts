import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/**
 * The levels of a force (S4): the bureau's and the city's send a fifth of theirs down, a county decides by itself. The
 * share is what the form begins with; each entry keeps its own.
 */
export const forceLevels = [
  { key: "city", sharePercent: 20 },
  { key: "county", sharePercent: undefined },
] as const;
const levelSchema = z.enum(["city", "county"]);
export type ForceLevel = z.infer<typeof levelSchema>;

/** How many people a unit has from a day on, and what share of them (percent) is to be sent down. */
export const forceSchema = z.object({
  level: levelSchema,
  from: calendarDateSchema,
  people: z.int().min(1).max(200_000),
  sharePercent: z.number().min(0).max(100),
  /** Number of the document that says so. */
  source: z.string().trim().min(1).max(60),
  entered: z.object({ by: signatureSchema, on: calendarDateSchema }),
});
export type Force = z.infer<typeof forceSchema>;
