import { cohortInputSchema } from "@dunmiao/domain/cohort";

/** What the next cohort does not take over from the last one: by default the scheme and the day after its end. */
export const nextCohortForm = cohortInputSchema.partial({ scheme: true, startsOn: true });
