import * as z from "zod";
import { checkpointPlanSchema } from "./schemeSchema.ts";

const nameSchema = checkpointPlanSchema.shape.name;
export const mutualLists = ["promote", "assist"] as const;
const keySchema = checkpointPlanSchema.shape.key;
const namedSchema = z.object({ key: keySchema, name: nameSchema });

/** What closes a step of a pair: an entry of the month, a look at the middle, the graded test at the end. */
const pairCheckpointKinds = ["month", "mid-term", "final-test"] as const;
const pairPlanSchema = checkpointPlanSchema
  .omit({ kind: true, forms: true })
  .extend({ kind: z.enum(pairCheckpointKinds) });

/**
 * A named, versioned set of rules for mentor pairs: every setting is stated. Apart from the schemes of secondments, and
 * in their form, so that a version is drafted and published by two people the same way.
 */
export const pairSchemeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  name: nameSchema,
  /** Longest term, in months. */
  longestMonths: z.int().min(1).max(36),
  /** How often the same two go on with the same focus after a whole term. */
  renewals: z.int().nonnegative().max(5),
  /** Pairs that one mentor leads on the same day. */
  loadCap: z.int().min(1).max(10),
  /** Months between the last day of a mentor's pair and the first of another one, unless both run at the same time. */
  restMonths: z.int().nonnegative().max(12),
  /** What is asked of a mentor; what is not met needs the approval of a second person. */
  eligibility: z.array(namedSchema).max(12),
  /** Whether every pair waits for a second person, or only one with an item not met or kin declared. */
  approval: z.enum(["every-pair", "exceptions"]),
  /** Whether it is asked if the two are kin. */
  kinship: z.enum(["asked", "not-asked"]),
  /** Whether an apprentice may act alone before the final test is passed. */
  actsAlone: z.enum(["after-final-test", "not-ruled"]),
  /** What the final test stands on: every skill of the focus signed, the statement of the apprentice. */
  testNeeds: z.array(z.enum(["skills", "statement"])).max(2),
  /** Tests after the first one that was failed. */
  secondChances: z.int().nonnegative().max(3),
  /** What follows a test that was failed for good. */
  onFailure: z.enum(["another-mentor", "further-term"]),
  /** Best first; the class of the mentor's allowance where the grade brings one. */
  grades: z
    .array(namedSchema.extend({ isPass: z.boolean(), allowance: nameSchema.optional() }))
    .min(2)
    .max(8),
  /** Months after the end in which either of them may object. */
  objectionMonths: z.int().nonnegative().max(12),
  checkpoints: z.array(pairPlanSchema).max(6),
  /** Each with a checklist of skills, which may be empty: none is invented. */
  focuses: z
    .array(namedSchema.extend({ skills: z.array(namedSchema).max(40) }))
    .min(1)
    .max(8),
  activityKinds: z.array(namedSchema).min(1).max(12),
  /** Items of 四促 and 三互, which the sources name without them: none ships, and rows of before have none. */
  mutual: z
    .array(namedSchema.extend({ list: z.enum(mutualLists) }))
    .max(30)
    .optional(),
});
