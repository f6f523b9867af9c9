import * as z from "zod";
import { type Actor, signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";

export const mostCandidates = 2_500;
const mostPicks = 100;

/** What a station has already: on the day of the check, and in its calendar quarter. */
const loadSchema = z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()]);
/** Secondment and the station at which it serves on the day. */
const candidateSchema = z.tuple([z.string(), z.string()]);

export const spotCheckOutcomes = ["present", "on-leave", "absent"] as const;
const saidSchema = z.object({
  outcome: z.enum(spotCheckOutcomes),
  by: signatureSchema,
  on: calendarDateSchema,
  /** The finding that an absent one became; it counts only after a second person confirms it. */
  absenceId: z.string().optional(),
});
const resultSchema = saidSchema.extend({
  note: z.string().trim().max(500).optional(),
  /** What it was corrected to, in order; the last one stands. */
  corrections: z.array(saidSchema.extend({ reason: z.string().min(1).max(500) })).optional(),
});
export type SpotCheckResult = z.infer<typeof resultSchema>;

/** A spot check (抽查): list and seed are committed by their hashes, the seed is revealed on the day, results follow. */
export const spotCheckSchema = z.object({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  cohortId: z.string(),
  /** The day of the check. */
  on: calendarDateSchema,
  size: z.int().min(1).max(mostPicks),
  state: z.enum(["committed", "revealed", "finished", "cancelled"]),
  committed: z.object({ by: signatureSchema, on: calendarDateSchema }),
  caps: z.object({ perStationDay: z.int().positive(), perStationQuarter: z.int().positive() }),
  /** Everybody who serves on the day, by id. */
  candidates: z.array(candidateSchema).max(mostCandidates),
  /** Assessments that are due at a station; stations without any are left out. */
  assessmentsDue: z.array(loadSchema),
  listHash: z.string(),
  seedHash: z.string(),
  revealed: z
    .object({
      seed: z.string(),
      by: signatureSchema,
      on: calendarDateSchema,
      /** What other spot checks had drawn at a station by then. */
      checksDrawn: z.array(loadSchema),
    })
    .optional(),
  /** Why it did not take place; only before the reveal. */
  cancelled: z
    .object({ by: signatureSchema, on: calendarDateSchema, reason: z.string().min(1).max(500) })
    .optional(),
  picks: z.array(
    z.object({ secondmentId: z.string(), station: z.string(), result: resultSchema.optional() }),
  ),
  /** Whose turn came but whose station was at a cap. */
  skipped: z.array(
    z.object({ secondmentId: z.string(), station: z.string(), cap: z.enum(["day", "quarter"]) }),
  ),
});
export type SpotCheck = z.infer<typeof spotCheckSchema>;
export type StationLoad = z.infer<typeof loadSchema>;

export const spotCheckInputSchema = z.object({
  cohort: z.string().min(1).max(60),
  on: calendarDateSchema,
  size: spotCheckSchema.shape.size,
});
export type SpotCheckInput = z.infer<typeof spotCheckInputSchema>;

/** Who acts, and on which Asia/Shanghai date. */
export type ActorOn = { readonly actor: Actor; readonly today: string };

/** Sealed, and neither revealed nor cancelled since: what can still be revealed or cancelled. */
export function checkSealed({ state, cancelled }: SpotCheck): Outcome<true> {
  if (cancelled) return refuse("spot-check-cancelled", undefined, { on: cancelled.on });
  return state === "committed" ? accept(true) : refuse("already-revealed");
}
