import * as z from "zod";
import { calendarDateSchema } from "./calendarDate.ts";

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
});
export type Cohort = z.infer<typeof cohortSchema>;
export const cohortInputSchema = z.object({
  name: cohortSchema.shape.name,
  scheme: z.string().min(1).max(60),
  startsOn: calendarDateSchema,
});
export type CohortInput = z.infer<typeof cohortInputSchema>;
