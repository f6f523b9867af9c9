import { lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import type { Cohort, CohortInput } from "@dunmiao/domain/cohort";
import type { CohortChange } from "@dunmiao/domain/cohort/setHeadline";
import { refusedCohortStart } from "@dunmiao/domain/dateBounds";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type CarriedPosts, carriedPostsWrite } from "./carriedPosts.ts";
import { cohortNoun } from "./cohort.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create } from "./engine/change.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Derived } from "./engine/seal.ts";
import { newestScheme } from "./scheme.ts";

/** How lists find a cohort. */
export function deriveCohort({ id, name, schemeId, schemeVersion, startsOn, endsOn }: Cohort): Derived {
  const summary = { name, schemeId, schemeVersion, startsOn, endsOn };
  return { summary, index: { directory: { name: "cohort", sort: `${startsOn}#${id}` } } };
}

type NewCohort = {
  id: string;
  once?: { use: KeyUse; answer: (record: Cohort) => Answer } | undefined;
  /** Posts that it takes over, written in the same transaction. */
  carried?: CarriedPosts;
};

/** Creates a cohort under the newest version of a scheme; the id says when it starts. */
export async function createCohort(
  acting: Acting,
  input: CohortInput,
  options: NewCohort,
): Promise<Changed<Cohort>> {
  const { id, once, carried } = options;
  const stamp = stampOf(acting, await acting.calendar.current());
  const decide = async () => {
    const refused = refusedCohortStart(input.startsOn, acting.today);
    if (refused) return refused;
    const scheme = await newestScheme(acting.store, input.scheme);
    if (!scheme) return refuse("unknown-scheme", "scheme", { scheme: input.scheme });
    const { name, startsOn } = input;
    const endsOn = lastDayOfTerm(startsOn, scheme.termMonths);
    const facts = { name, startsOn, endsOn, schemeId: scheme.id, schemeVersion: scheme.version };
    const after = { id, version: 0, head: "", ...facts };
    const carries = carried && { carriedFrom: carried.from, carriedPosts: carried.posts.length };
    const event = { type: "cohort.created" as const, change: { ...facts, ...carries } };
    const beside = carried && [carriedPostsWrite(id, carried)];
    return accept({ after, event, derive: deriveCohort, beside });
  };
  return create(acting.store, { noun: cohortNoun, id, decide, once }, stamp);
}

/** Runs one rule on one cohort and commits what it says: one GetItem and one TransactWriteItems. */
export async function changeCohort(
  acting: Acting,
  request: {
    id: string;
    rule: (cohort: Cohort) => Outcome<CohortChange>;
    once?: { use: KeyUse; answer: (record: Cohort) => Answer } | undefined;
  },
): Promise<Changed<Cohort>> {
  const { id, rule, once } = request;
  const stamp = stampOf(acting, await acting.calendar.current());
  const decide = (cohort: Cohort) => {
    const outcome = rule(cohort);
    return outcome.ok ? accept({ ...outcome.value, derive: deriveCohort }) : outcome;
  };
  return change(acting.store, { noun: cohortNoun, id, decide, once }, stamp);
}
