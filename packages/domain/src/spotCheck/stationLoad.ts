import type { Digest } from "../digest.ts";
import type { Scheme } from "../scheme.ts";
import type { StationLoad } from "../spotCheck.ts";

/** The calendar quarter of a date: `2026-Q1`. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The people of one cohort as their digests say, and the scheme that they run under. */
export type CohortPeople = {
  scheme: Pick<Scheme, "checkpoints">;
  people: readonly Pick<Digest, "id" | "station" | "from" | "to" | "status" | "checkpoints">[];
};

const onPost = ["planned", "serving", "under-review"];

/** Everybody who serves on a day, with their station, by id. */
export function candidatesOn(on: string, { people }: Pick<CohortPeople, "people">): [string, string][] {
  return people
    .filter(({ status, from, to }) => onPost.includes(status) && from <= on && on <= to)
    .map(({ id, station }): [string, string] => [id, station[0]])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Assessments due at each station on a day and in its quarter. Every form that the station files counts but the
 * monthly attendance: that confirms by one click what the ledger says, and with it no station would ever be below the
 * cap of its quarter.
 */
export function assessmentsDueAt(on: string, cohorts: readonly CohortPeople[]): StationLoad[] {
  const loads = new Map<string, { day: number; quarter: number }>();
  for (const { scheme, people } of cohorts)
    for (const { station, checkpoints } of people)
      for (const [key, dueOn, state] of checkpoints) {
        const forms =
          state === "dropped" || quarterOf(dueOn) !== quarterOf(on) ? 0 : stationForms(scheme, key);
        if (forms === 0) continue;
        const before = loads.get(station[0]) ?? { day: 0, quarter: 0 };
        const day = before.day + (dueOn === on ? forms : 0);
        loads.set(station[0], { day, quarter: before.quarter + forms });
      }
  return [...loads]
    .map(([station, { day, quarter }]): StationLoad => [station, day, quarter])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function stationForms({ checkpoints }: Pick<Scheme, "checkpoints">, key: string): number {
  const [name] = key.split(".");
  const forms = checkpoints.find((each) => each.key === name)?.forms ?? [];
  return forms.filter(({ form, by }) => by === "station" && form !== "attendance").length;
}
