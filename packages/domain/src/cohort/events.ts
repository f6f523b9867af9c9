import * as z from "zod";
import { cohortSchema, headlineSchema } from "../cohort.ts";

const { name, startsOn, endsOn, schemeId, schemeVersion } = cohortSchema.shape;
const { title, total, parts, source, on } = headlineSchema.shape;

/** What may happen to a cohort, each with what its event says. */
export const cohortEvents = {
  "cohort.created": z.strictObject({
    name,
    startsOn,
    endsOn,
    schemeId,
    schemeVersion,
    /** The cohort whose posts it takes over, and how many of them; absent where it takes over none. */
    carriedFrom: z.string().optional(),
    carriedPosts: z.int().optional(),
  }),
  "cohort.headline-set": z.strictObject({ title, total, parts, source, on }),
} as const;
