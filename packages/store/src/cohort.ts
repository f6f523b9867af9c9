import { type Cohort, cohortSchema } from "@dunmiao/domain/cohort";
import type * as z from "zod";
import { type Cached, cachedList } from "./engine/cached.ts";
import type { Store } from "./engine/client.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";

export const cohortNoun: Noun<Cohort> = { kind: "cohort", schema: cohortSchema };
const rowSchema = cohortSchema.pick({
  name: true,
  schemeId: true,
  schemeVersion: true,
  startsOn: true,
  endsOn: true,
});
const maxAgeSeconds = 60;

/** A cohort as lists show it. */
export type CohortRow = z.infer<typeof rowSchema> & { id: string };

/** All cohorts, newest start first: one Query on their directory. */
export async function listCohorts(store: Store): Promise<CohortRow[]> {
  const { rows } = await byKind(store, "cohort", rowSchema);
  return rows
    .map(({ id, summary }) => ({ id, ...summary }))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

/** All cohorts, held for a minute. */
export function cohortReader(store: Store): Cached<CohortRow[]> {
  return cachedList(() => listCohorts(store), maxAgeSeconds);
}
