import type { CohortRow } from "@dunmiao/store/cohort";
import { schemeOf } from "@dunmiao/store/scheme";

/** Warning levels in days of the scheme that a cohort runs under; undefined for a cohort newer than the list at hand. */
export function warnLevels(cohorts: readonly CohortRow[]) {
  const levels = new Map(cohorts.map((each) => [each.id, schemeOf(each).warnAtDays]));
  return (cohortId: string): readonly number[] | undefined => levels.get(cohortId);
}
