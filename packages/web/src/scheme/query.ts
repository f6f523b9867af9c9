import * as z from "zod";

/** Which version of a scheme is shown; the newest unless it says. */
export const versionQuery = z.object({ version: z.coerce.number().int().positive().max(999_999).optional() });

/** What the preview is asked: on whom, from which day, and how many forms a day are too many. */
export const previewQuery = z.object({
  cohort: z.string().max(60).optional(),
  startsOn: z.iso.date().optional(),
  allowed: z.coerce.number().int().min(1).max(10_000).default(20),
});
