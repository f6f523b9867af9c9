import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { awardLevels } from "./award.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { plainText } from "./plainText.ts";

/** What a report said about the awards of a cohort, as it said it: people in all, and the levels that it names. */
export const headlineSchema = z.object({
  title: z.string().trim().min(1).max(120),
  total: z.int().min(0).max(9_999),
  parts: z
    .array(z.object({ level: z.enum(awardLevels), count: z.int().min(0).max(9_999) }))
    .max(awardLevels.length),
  source: z.string().trim().min(1).max(200),
  /** Day of the report. */
  on: calendarDateSchema,
  revision: z.int().positive(),
  setBy: signatureSchema,
  setOn: calendarDateSchema,
});
export type Headline = z.infer<typeof headlineSchema>;

/** The group that starts together under one scheme version (S3: 224 people to 224 stations). */
export const cohortSchema = z.object({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  name: z.string().trim().min(1).max(60),
  schemeId: z.string(),
  schemeVersion: z.int().positive(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  /** The published award figures; the cohort's award table is held against them. */
  headline: headlineSchema.optional(),
});
export type Cohort = z.infer<typeof cohortSchema>;
export const cohortInputSchema = z.object({
  name: z.string().overwrite(plainText).min(1).max(60),
  scheme: z.string().min(1).max(60),
  startsOn: calendarDateSchema,
});
export type CohortInput = z.infer<typeof cohortInputSchema>;
