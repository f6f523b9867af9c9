import type { CohortRow } from "@dunmiao/store/cohort";
import { hasPeople } from "@dunmiao/store/engine/lists";
import type { WebDeps } from "./deps.ts";

/**
 * The cohort that pages show when none is named: the newest that has begun and has people, so that neither one that is
 * being prepared nor one whose list is not imported yet hides the people who serve. `cohorts`: newest start first. One
 * Query for each that may be passed over, none where there is no choice.
 */
export async function newestCohort(
  { store, clock }: Pick<WebDeps, "store" | "clock">,
  cohorts: readonly CohortRow[],
): Promise<CohortRow | undefined> {
  const begun = cohorts.filter((each) => each.startsOn <= clock.today());
  if (begun.length < 2) return begun[0] ?? cohorts[0];
  for (const each of begun) if (await hasPeople(store, each.id)) return each;
  return begun[0];
}
