import * as z from "zod";
import { spotCheckOutcomes, spotCheckSchema } from "../spotCheck.ts";

const { cohortId, on, size, listHash, seedHash, state } = spotCheckSchema.shape;
const secondmentId = z.string();
const outcome = z.enum(spotCheckOutcomes);
/** The finding that an absent one became. */
const absenceId = z.string().optional();

/** What may happen to a spot check, each with what its event says. */
export const spotCheckEvents = {
  "spot-check.cancelled": z.strictObject({ reason: z.string() }),
  "spot-check.committed": z.strictObject({ cohortId, on, size, listHash, seedHash }),
  "spot-check.result-corrected": z.strictObject({
    secondmentId,
    was: outcome,
    outcome,
    reason: z.string(),
    absenceId,
  }),
  "spot-check.result-recorded": z.strictObject({
    secondmentId,
    outcome,
    note: z.string().optional(),
    absenceId,
    state,
  }),
  /** Ids of those drawn, and how many were passed over for a cap of their station. */
  "spot-check.revealed": z.strictObject({
    seed: z.string(),
    picks: z.array(secondmentId),
    skipped: z.int(),
  }),
} as const;
