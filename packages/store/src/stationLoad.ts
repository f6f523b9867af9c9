import { addDays } from "@dunmiao/domain/calendarDate";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { CohortPeople } from "@dunmiao/domain/spotCheck/stationLoad";
import type { CohortRow } from "./cohort.ts";
import { cohortDigests } from "./digest.ts";
import type { Store } from "./engine/client.ts";
import { schemeOf } from "./scheme.ts";

type People = CohortPeople & { scheme: Scheme };

/** How long after its end a cohort may still have people on a further term, or assessments that are due. */
const closingDays = 400;

/** The people of one cohort, and those of every cohort that may have somebody serving on a day: a Query for each. */
export async function loadPeople(
  store: Store,
  of: { cohort: CohortRow; cohorts: readonly CohortRow[]; on: string },
): Promise<{ own: People; all: People[] }> {
  const others = of.cohorts.filter(
    (each) =>
      each.id !== of.cohort.id &&
      // What hangs on the quarter of the day may begin and end up to three months away from it.
      addDays(each.startsOn, -92) <= of.on &&
      of.on <= addDays(each.endsOn, closingDays),
  );
  const [own, ...rest] = await Promise.all([
    peopleOf(store, of.cohort),
    ...others.map((each) => peopleOf(store, each)),
  ]);
  return { own, all: [own, ...rest] };
}

async function peopleOf(store: Store, cohort: CohortRow): Promise<People> {
  const [scheme, people] = await Promise.all([schemeOf(store, cohort), cohortDigests(store, cohort.id)]);
  return { scheme, people };
}
