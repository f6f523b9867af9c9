import type { CohortRow } from "@dunmiao/store/cohort";
import { schemeOf } from "@dunmiao/store/scheme";
import type { WebDeps } from "../deps.ts";

/** Warning levels in days of the scheme that a cohort runs under; undefined for a cohort newer than the list at hand. */
export type WarnLevels = (cohortId: string) => readonly number[] | undefined;

/** Reads the schemes of the cohorts: each version once in the life of a function. */
export async function warnLevels({ store }: WebDeps, cohorts: readonly CohortRow[]): Promise<WarnLevels> {
  const schemes = await Promise.all(cohorts.map((each) => schemeOf(store, each)));
  const levels = new Map(cohorts.map(({ id }, at) => [id, schemes[at]?.warnAtDays]));
  return (cohortId) => levels.get(cohortId);
}
