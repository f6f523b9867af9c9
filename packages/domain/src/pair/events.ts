import * as z from "zod";
import { assessmentEvents } from "../assessment/events.ts";
import { activitySides, awayReasons, pairSchema } from "../pair.ts";

const { focus, term, leading, status, eligibility } = pairSchema.shape;
const activityId = z.string();

/** What may happen to a pair, each with what its event says; its checkpoints move as those of a secondment do. */
export const pairEvents = {
  "checkpoint.escalated": assessmentEvents["checkpoint.escalated"],
  "checkpoint.late": assessmentEvents["checkpoint.late"],
  "checkpoint.missed": assessmentEvents["checkpoint.missed"],
  "checkpoint.opened": assessmentEvents["checkpoint.opened"],
  "checkpoint.reminded": assessmentEvents["checkpoint.reminded"],
  "pair.activity-confirmed": z.strictObject({ activityId }),
  "pair.activity-recorded": z.strictObject({
    activityId,
    on: z.string(),
    kind: z.string(),
    side: z.enum(activitySides),
    minutes: z.int().optional(),
  }),
  /** Which parts were entered: names of the contract's, months of the plan. */
  "pair.agreed": z.strictObject({ parts: z.array(z.string()), signedOn: z.string().optional() }),
  "pair.approved": z.strictObject({ on: z.string(), status: z.literal("active") }),
  "pair.completed": z.strictObject({ on: z.string(), status: z.literal("completed") }),
  "pair.ended": z.strictObject({
    status: z.enum(["completed", "completed-early", "dissolved"]),
    on: z.string(),
    reason: z.string().optional(),
  }),
  /** The mentor is away, and who leads meanwhile, by number. */
  "pair.mentor-away": z.strictObject({
    from: z.string(),
    to: z.string().optional(),
    why: z.enum(awayReasons),
    substitute: z.string().optional(),
  }),
  "pair.planned": z.strictObject({ focus, term, leading, status, eligibility }),
  "pair.tested": z.strictObject({
    grade: z.string(),
    isPassed: z.boolean(),
    on: z.string(),
    chance: z.int(),
    status: z.enum(["active", "failed"]),
  }),
} as const;
