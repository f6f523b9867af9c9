import { addDays, lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import type { Cohort } from "@dunmiao/domain/cohort";
import { shippedNotices } from "@dunmiao/domain/notice/shippedNotices";
import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type PlanGround, planSecondment, secondmentId } from "@dunmiao/domain/term/planSecondment";
import type { Unit } from "@dunmiao/domain/unit";
import { workCalendar } from "@dunmiao/domain/workCalendar";
import type { Act } from "@dunmiao/local/demo/acts";
import { demoPeople } from "@dunmiao/local/demo/people";
import { randomFrom } from "@dunmiao/local/demo/random";
import { recordOf } from "@dunmiao/local/demo/record";
import { actsOf, plotsOf } from "@dunmiao/local/demo/story";
import { demoUnits } from "@dunmiao/local/demo/units";
import { deriveSecondment } from "@dunmiao/store/deriveSecondment";
import { systemActor } from "@dunmiao/store/engine/acting";
import { type Sealed, seal } from "@dunmiao/store/engine/seal";
import { secondmentNoun } from "@dunmiao/store/secondment";

/** First day of every term here and the day on which everything is measured: seven months later. */
export const termFrom = "2025-08-04";
export const today = "2026-03-10";
export const cohortSize = 224;

export const calendar = workCalendar(0, shippedNotices());
const plannedOn = addDays(termFrom, -30);
const plans = demoPeople();
const plots = plotsOf(plans);
const nobody = { reportsInAfter: 0, leaves: [] };

/** The preset with the whole timetable. */
function wholeScheme(): Scheme {
  const found = presetSchemes.findLast(({ id }) => id === "literal");
  if (!found) throw new Error("no scheme ships");
  return found;
}
const scheme = wholeScheme();

/** Cohort n, counted from 1; all of them start on the same day unless told. */
export function cohortNumber(n: number, startsOn = termFrom): Cohort {
  return {
    id: `bench-${String(n).padStart(3, "0")}`,
    version: 1,
    head: "",
    name: `批次 ${n}`,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    startsOn,
    endsOn: lastDayOfTerm(startsOn, scheme.termMonths),
  };
}

/** The units of the demo bureau by code. */
export function units(): Map<string, Unit> {
  const { bureau, branches, stations, offices } = demoUnits;
  const all = [bureau, ...branches, ...offices, ...stations];
  return new Map(all.map(({ code, ...facts }) => [code, { id: code, version: 1, head: "", ...facts }]));
}

const known = units();

/** What planning in a cohort stands on. */
export function groundOf(cohort: Cohort): PlanGround {
  return { cohort, scheme, calendar, units: known };
}

/** The demo cohort as it stands on a day: 224 records with every event that led there. */
export function liveCohort(cohort: Cohort, asOf: string): Sealed<Secondment>[] {
  const ground = groundOf(cohort);
  const year = { calendar, today: asOf, from: cohort.startsOn, to: cohort.endsOn };
  return plans.map((plan, at) =>
    recordOf(plan, actsOf(plots[at] ?? nobody, year, randomFrom(at)), {
      ground,
      plannedOn,
      until: asOf,
      today: asOf,
    }),
  );
}

/** Everything that people do about the demo's year, by day: who reports in, is away, decides. */
export function actsOfYear(cohort: Cohort, ids: readonly string[]): Map<string, { id: string; act: Act }[]> {
  const year = { calendar, today: addDays(cohort.endsOn, -60), from: cohort.startsOn, to: cohort.endsOn };
  const all = ids.flatMap((id, at) =>
    actsOf(plots[at] ?? nobody, year, randomFrom(at)).map((act) => ({ id, act })),
  );
  return Map.groupBy(all, ({ act }) => act.on);
}

/** Copies of records in another cohort under service numbers of their own, each with a single event. */
export function* copiesIn(
  cohort: Cohort,
  originals: readonly Secondment[],
  first: number,
): Generator<Sealed<Secondment>> {
  for (const [at, original] of originals.entries()) {
    const serviceNumber = String(first + at).padStart(6, "0");
    const officer = { ...original.officer, serviceNumber };
    const id = secondmentId(cohort.id, serviceNumber);
    yield sealedAlone({ ...original, id, officer, cohortId: cohort.id });
  }
}

/** People whose first checkpoint opens on the day on which their cohort starts: all of them are due on it. */
export function* plannedPeople(cohort: Cohort, count: number, first: number): Generator<Sealed<Secondment>> {
  const ground = groundOf(cohort);
  for (const [at, plan] of plans.slice(0, count).entries()) {
    const officer = { ...plan.officer, serviceNumber: String(first + at).padStart(6, "0") };
    const planned = planSecondment({ ...plan, officer }, ground);
    if (!planned.ok) throw new Error("the bench cannot plan a secondment");
    yield sealedAlone(planned.value.after);
  }
}

function sealedAlone(after: Secondment): Sealed<Secondment> {
  const { term, hostStation, post } = after;
  const change = { term, hostStation: hostStation.code, post };
  const event = {
    type: "secondment.planned" as const,
    change,
    scheme: `${after.schemeId}@${after.schemeVersion}`,
  };
  const stamp = {
    actor: systemActor("bench"),
    at: `${plannedOn}T02:00:00.000Z`,
    on: plannedOn,
    calendarVersion: 0,
  };
  const fresh = { ...after, version: 0, head: "" };
  const scheme = presetSchemes.find(
    (each) => each.id === after.schemeId && each.version === after.schemeVersion,
  );
  if (!scheme) throw new Error("the bench runs under presets");
  return seal(
    { noun: secondmentNoun, after: fresh, event, derive: deriveSecondment({ scheme, calendar }) },
    stamp,
  );
}
