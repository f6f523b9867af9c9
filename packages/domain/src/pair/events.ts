import * as z from "zod";
import { assessmentEvents } from "../assessment/events.ts";
import { pairSchema } from "../pair.ts";

const { focus, term, leading, status, eligibility } = pairSchema.shape;

/** What may happen to a pair, each with what its event says; its checkpoints move as those of a secondment do. */
export const pairEvents = {
  "checkpoint.escalated": assessmentEvents["checkpoint.escalated"],
  "checkpoint.late": assessmentEvents["checkpoint.late"],
  "checkpoint.missed": assessmentEvents["checkpoint.missed"],
  "checkpoint.opened": assessmentEvents["checkpoint.opened"],
  "checkpoint.reminded": assessmentEvents["checkpoint.reminded"],
  "pair.approved": z.strictObject({ on: z.string(), status: z.literal("active") }),
  "pair.completed": z.strictObject({ on: z.string(), status: z.literal("completed") }),
  "pair.planned": z.strictObject({ focus, term, leading, status, eligibility }),
} as const;
