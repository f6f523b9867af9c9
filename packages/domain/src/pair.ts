import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { officerSnapshotSchema } from "./officer.ts";
import { plainText } from "./plainText.ts";
import { checkpointSchema } from "./secondment.ts";
import { unitSnapshotSchema } from "./unit.ts";

/** proposed (waits for a second person) → active → completed | completed-early | dissolved | failed | handed-over. */
export const pairStatuses = [
  "proposed",
  "active",
  "completed",
  "completed-early",
  "dissolved",
  "failed",
  "handed-over",
] as const;

const keySchema = z.string().max(24);
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const madeBySchema = z.object({ by: signatureSchema, on: calendarDateSchema });

/** A member as the record keeps them: the person, their unit, and the branch that it belongs to (itself, where it has none). */
const memberSchema = z.object({
  officer: officerSnapshotSchema,
  unit: unitSnapshotSchema,
  branch: unitSnapshotSchema,
});
export type PairMember = z.infer<typeof memberSchema>;

/** The clear things of a contract; with the term they are five. */
export const contractShape = {
  duties: z.string().trim().min(1).max(300),
  content: z.string().trim().min(1).max(300),
  aim: z.string().trim().min(1).max(300),
  standard: z.string().trim().min(1).max(300),
};
/** Somebody's name as it stands under a paper. */
export const signerNameSchema = z.string().overwrite(plainText).min(1).max(40);
export const planLineSchema = z.string().trim().min(1).max(100);

export const activitySides = ["mentor", "apprentice", "unit"] as const;
/** What the two did on a day; what each of them learned is a text beside the record. */
const activitySchema = z.object({
  id: z.string().regex(/^v\d{1,3}$/),
  on: calendarDateSchema,
  kind: keySchema,
  minutes: z.int().positive().max(1440).optional(),
  side: z.enum(activitySides),
  recorded: madeBySchema,
  /** By the other of the two; what their unit recorded needs none. */
  confirmed: madeBySchema.optional(),
  /** Number of a document. */
  evidence: z.string().trim().min(1).max(60).optional(),
  /** SHA-256 of the words beside the record. */
  words: z.string().optional(),
});
export type Activity = z.infer<typeof activitySchema>;

export const awayReasons = ["moved", "secondment", "leave", "left", "hr"] as const;

/** What people are told about a pair on a day, once, beside the steps of its timetable. */
export const pairNotices = ["orphan", "substitute-ends", "file-lacks", "ends-soon"] as const;

export const fileTaskSides = ["mentor", "apprentice", "unit"] as const;
/** Whoever is asked to complete the file, and by when. */
const fileTaskSchema = z.object({
  side: z.enum(fileTaskSides),
  dueOn: calendarDateSchema,
  set: madeBySchema,
});

const awaySchema = z.object({
  from: calendarDateSchema,
  /** Open while nobody knows the end. */
  to: calendarDateSchema.optional(),
  why: z.enum(awayReasons),
  told: madeBySchema,
  substitute: memberSchema
    .extend({ from: calendarDateSchema, to: calendarDateSchema.optional(), named: madeBySchema })
    .optional(),
  /** The secondment that it follows from, whose end is its end. */
  source: z.string().optional(),
});
export type MentorAway = z.infer<typeof awaySchema>;

/** Days on which the apprentice is elsewhere: whole months of them want no entry. */
const pauseSchema = z.object({
  from: calendarDateSchema,
  to: calendarDateSchema.optional(),
  why: z.enum(awayReasons),
  told: madeBySchema,
  source: z.string().optional(),
});
export type Pause = z.infer<typeof pauseSchema>;

/** How one pair follows another: the same two go on, or the apprentice goes on with another mentor. */
export const continuations = ["renewal", "further-term", "another-mentor", "hand-over"] as const;
const linkSchema = z.object({ pairId: z.string().max(64), how: z.enum(continuations) });
export type PairLink = z.infer<typeof linkSchema>;

export const memberSides = ["mentor", "apprentice"] as const;
/** What one of the two has against how the pair ended; the words stand beside the record, by their SHA-256 here. */
const objectionSchema = z.object({
  side: z.enum(memberSides),
  made: madeBySchema,
  words: z.string(),
  decided: madeBySchema
    .extend({
      isUpheld: z.boolean(),
      reason: z.string().trim().min(1).max(300),
      /** The grade that stands instead. */
      grade: keySchema.optional(),
    })
    .optional(),
});
export type Objection = z.infer<typeof objectionSchema>;

/** A mentor and an apprentice for one focus and one term: one item, one version, one chain. */
export const pairSchema = z.object({
  id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  schemeId: z.string(),
  schemeVersion: z.int().positive(),
  focus: keySchema,
  mentor: memberSchema,
  apprentice: memberSchema,
  /** Whose unit decides about the pair; the other one reads. */
  leading: z.enum(["mentor", "apprentice"]),
  term: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  /** The real last day, where it came before the nominal one. */
  endedOn: calendarDateSchema.optional(),
  status: z.enum(pairStatuses),
  planned: madeBySchema,
  /** Items of the checklist that the mentor meets. */
  eligibility: z.array(keySchema),
  /** That they are kin, or that they said not to be; absent where the scheme does not ask. */
  kin: z.boolean().optional(),
  approved: madeBySchema.optional(),
  contract: z.object(contractShape).partial(),
  /** What each month is for. */
  plan: z.record(monthSchema, planLineSchema),
  agreement: z
    .object({
      /** The day on which both had signed. */
      signedOn: calendarDateSchema,
      /** Name of whoever signed for the unit, where one did and it was entered. */
      signedForUnit: signerNameSchema.optional(),
      entered: madeBySchema,
    })
    .optional(),
  checkpoints: z.array(checkpointSchema),
  activities: z.array(activitySchema),
  /** Each by somebody who is neither of the two, with the day of the trial. */
  skills: z.array(z.object({ key: keySchema, on: calendarDateSchema.optional(), signed: madeBySchema })),
  /** Looks at the middle, by the checkpoint that each closed; words beside the record. */
  midTerms: z
    .array(
      z.object({
        key: z.string().max(40),
        side: z.enum(activitySides),
        made: madeBySchema,
        words: z.string(),
      }),
    )
    .optional(),
  /** What the apprentice says of the term before the final test; words beside the record. */
  statement: z.object({ made: madeBySchema, words: z.string(), revision: z.int().positive() }).optional(),
  /** Items of 四促三互 that were done, each once. */
  ticks: z.array(z.object({ key: keySchema, on: calendarDateSchema, ticked: madeBySchema })).optional(),
  tests: z.array(
    z.object({ grade: keySchema, isPassed: z.boolean(), on: calendarDateSchema, entered: madeBySchema }),
  ),
  mentorAway: z.array(awaySchema),
  pauses: z.array(pauseSchema).optional(),
  /** The pair that this one follows, and the one that follows it. */
  continues: linkSchema.optional(),
  continuedBy: linkSchema.optional(),
  /** How often the same two went on by now. */
  renewal: z.int().positive().optional(),
  objections: z.array(objectionSchema).optional(),
  fileTask: fileTaskSchema.optional(),
  /** What people were told of it beside its timetable, each once (`pairNotices.ts`). */
  notices: z.array(z.string()).optional(),
  ended: madeBySchema.extend({ reason: z.string().max(300).optional() }).optional(),
});
export type Pair = z.infer<typeof pairSchema>;

/** Last day that the pair ran, or is to run. */
export function lastDayOfPair({ term, endedOn }: Pick<Pair, "term" | "endedOn">): string {
  return endedOn !== undefined && endedOn < term.to ? endedOn : term.to;
}

/** The member whose unit decides. */
export function leadingMember(pair: Pair): PairMember {
  return pair[pair.leading];
}
