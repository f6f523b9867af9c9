import { lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import type { ClaimPeriod } from "@dunmiao/domain/claim";
import type { Cohort } from "@dunmiao/domain/cohort";
import { presetSchemes, schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type PlanGround, planSecondment } from "@dunmiao/domain/term/planSecondment";
import { demoPeople } from "@dunmiao/local/demo/people";
import type { Plot } from "@dunmiao/local/demo/plot";
import { plotsOf } from "@dunmiao/local/demo/story";
import { deriveSecondment } from "@dunmiao/store/deriveSecondment";
import { systemActor } from "@dunmiao/store/engine/acting";
import { type Key, officerClaimKey, postClaimKey } from "@dunmiao/store/engine/keys";
import { type Sealed, seal } from "@dunmiao/store/engine/seal";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { calendar, units } from "../people.ts";

/** First day of every term: its year and the showcase after it lie in published calendars. */
export const termFrom = "2025-08-04";
export const plannedOn = "2025-07-05";
const cohortSize = 224;

const newest = presetSchemes.findLast(({ id }) => id === "literal");
if (!newest) throw new Error("no scheme ships");
export const scheme = newest;

/** One person: the record as planned, the claims with it, and the year that the demo tells of them. */
export type SimulatedPerson = {
  sealed: Sealed<Secondment>;
  claims: readonly (Key & { version: number; periods: ClaimPeriod[] })[];
  plot: Plot;
};

/** Cohorts of 224 until so many people are there; each holds a post of its own at the stations. */
export function cohortsOf(size: number): Cohort[] {
  return Array.from({ length: Math.ceil(size / cohortSize) }, (_, at) => ({
    id: `year-${String(at + 1).padStart(2, "0")}`,
    version: 1,
    head: "",
    name: `批次 ${at + 1}`,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    startsOn: termFrom,
    endsOn: lastDayOfTerm(termFrom, scheme.termMonths),
  }));
}

/** The people of these cohorts, as planned. */
export function* peopleOf(cohorts: readonly Cohort[], size: number): Generator<SimulatedPerson> {
  const plans = demoPeople();
  const plots = plotsOf(plans);
  const known = units();
  let left = size;
  for (const [n, cohort] of cohorts.entries())
    for (const [at, plan] of plans.slice(0, left).entries()) {
      left -= 1;
      const officer = { ...plan.officer, serviceNumber: String(10_001 + n * 1_000 + at).padStart(6, "0") };
      const post = n === 0 ? plan.post : `${plan.post}（${n + 1}）`;
      const ground = { cohort, scheme, calendar, units: known };
      const sealed = planned({ ...plan, officer, post }, ground);
      yield { sealed, claims: claimsOf(sealed.record), plot: plots[at] ?? { reportsInAfter: 0, leaves: [] } };
    }
}

function planned(plan: Parameters<typeof planSecondment>[0], ground: PlanGround): Sealed<Secondment> {
  const outcome = planSecondment(plan, ground);
  if (!outcome.ok) throw new Error(`${plan.officer.serviceNumber} is not planned`);
  const { after, event } = outcome.value;
  const stamp = { actor: systemActor("simulate"), at: `${plannedOn}T02:00:00.000Z`, on: plannedOn };
  return seal(
    {
      noun: secondmentNoun,
      after,
      event: { ...event, scheme: schemeLabel(ground.scheme) },
      derive: deriveSecondment(ground),
    },
    { ...stamp, calendarVersion: calendar.version },
  );
}

function claimsOf({ id, officer, hostStation, post, term }: Secondment) {
  const periods = [{ secondmentId: id, ...term }];
  return [officerClaimKey(officer.serviceNumber), postClaimKey(hostStation.code, post)].map((key) => ({
    ...key,
    version: 1,
    periods,
  }));
}
