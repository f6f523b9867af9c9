import * as z from "zod";

/** The cohort whose carried posts the template lists. */
export const templateQuery = z.object({ cohort: z.string().max(40).optional() });
