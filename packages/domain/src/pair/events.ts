import * as z from "zod";
import { assessmentEvents } from "../assessment/events.ts";
import {
  activitySides,
  awayReasons,
  continuations,
  fileTaskSides,
  memberSides,
  pairNotices,
  pairSchema,
  pairStatuses,
} from "../pair.ts";

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
  "pair.agreed": z.strictObject({
    parts: z.array(z.string()),
    signedOn: z.string().optional(),
    signedForUnit: z.string().optional(),
  }),
  /** The pair that follows this one. */
  "pair.continued": z.strictObject({ pair: z.string(), how: z.enum(continuations) }),
  "pair.approved": z.strictObject({ on: z.string(), status: z.literal("active") }),
  "pair.completed": z.strictObject({ on: z.string(), status: z.literal("completed") }),
  "pair.ended": z.strictObject({
    status: z.enum(["completed", "completed-early", "dissolved"]),
    on: z.string(),
    reason: z.string().optional(),
  }),
  /** Over to another mentor, by number, in the pair that follows. */
  "pair.handed-over": z.strictObject({
    status: z.literal("handed-over"),
    on: z.string(),
    to: z.string(),
    mentor: z.string(),
    reason: z.string(),
  }),
  "pair.file-assigned": z.strictObject({ side: z.enum(fileTaskSides), dueOn: z.string() }),
  "pair.item-ticked": z.strictObject({ item: z.string(), on: z.string() }),
  /** The mentor is away, and who leads meanwhile, by number. */
  "pair.mentor-away": z.strictObject({
    from: z.string(),
    to: z.string().optional(),
    why: z.enum(awayReasons),
    substitute: z.string().optional(),
    source: z.string().optional(),
  }),
  /** Leads again after `to`; without it, never went on the days from `from`. */
  "pair.mentor-back": z.strictObject({ from: z.string(), to: z.string().optional() }),
  "pair.mid-term-reviewed": z.strictObject({
    checkpoint: z.string(),
    side: z.enum(activitySides),
    words: z.string(),
  }),
  /** Told to whom it concerns; `of` is the day that it is about. */
  "pair.notice-given": z.strictObject({ about: z.enum(pairNotices), of: z.string() }),
  /** A member's number was merged into another one of the same person, who may be of another unit. */
  "pair.number-merged": z.strictObject({
    from: z.string(),
    into: z.string(),
    /** The day from which a mentor is away by it. */
    on: z.string().optional(),
    why: z.literal("moved").optional(),
  }),
  "pair.objected": z.strictObject({ side: z.enum(memberSides), words: z.string() }),
  "pair.objection-decided": z.strictObject({
    side: z.enum(memberSides),
    isUpheld: z.boolean(),
    status: z.enum(pairStatuses),
    grade: z.string().optional(),
  }),
  /** The apprentice is elsewhere on these days. */
  "pair.paused": z.strictObject({
    from: z.string(),
    to: z.string().optional(),
    why: z.enum(awayReasons),
    source: z.string().optional(),
  }),
  "pair.planned": z.strictObject({
    focus,
    term,
    leading,
    status,
    eligibility,
    continues: z.string().optional(),
    how: z.enum(continuations).optional(),
    renewal: z.int().optional(),
  }),
  /** A newer calendar moved what is still to come. */
  "pair.recounted": z.strictObject({ notice: z.string(), moved: z.array(z.string()) }),
  /** Goes on after `to`; without it, was never elsewhere on the days from `from`. */
  "pair.resumed": z.strictObject({ from: z.string(), to: z.string().optional() }),
  "pair.skill-signed": z.strictObject({ skill: z.string(), on: z.string() }),
  "pair.stated": z.strictObject({ words: z.string(), revision: z.int() }),
  /** Whoever stood in moved to another unit, by number. */
  "pair.substitute-left": z.strictObject({
    from: z.string(),
    why: z.literal("moved"),
    substitute: z.string(),
  }),
  "pair.tested": z.strictObject({
    grade: z.string(),
    isPassed: z.boolean(),
    on: z.string(),
    chance: z.int(),
    status: z.enum(["active", "failed"]),
  }),
} as const;
