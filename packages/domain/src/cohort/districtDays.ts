/** Working days off post of one term up to a day, and the district (host branch) it is served in. */
export type TermDays = { branch: readonly [code: string, name: string]; days: number };

/** A district of a cohort beside the same one of the cohort before, each up to the same day of its term. */
export type DistrictDays = {
  code: string;
  name: string;
  people: number;
  medianDays: number | undefined;
  lastPeople: number;
  lastMedianDays: number | undefined;
};

/**
 * Medians by district, in the order of the codes; a district that only one of the two cohorts has is there too, with
 * nobody on the other side.
 */
export function districtDays(now: readonly TermDays[], last: readonly TermDays[]): DistrictDays[] {
  const ofNow = Map.groupBy(now, byCode);
  const ofLast = Map.groupBy(last, byCode);
  const codes = [...new Set([...ofNow.keys(), ...ofLast.keys()])];
  return codes
    .toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }))
    .map((code) => {
      const here = ofNow.get(code) ?? [];
      const before = ofLast.get(code) ?? [];
      const name = (here[0] ?? before[0])?.branch[1] ?? code;
      return { code, name, ...comparisonOf(here, before) };
    });
}

/** The same over everybody: medians do not follow from those of the districts. */
export function comparisonOf(
  now: readonly TermDays[],
  last: readonly TermDays[],
): Omit<DistrictDays, "code" | "name"> {
  return {
    people: now.length,
    medianDays: medianOf(now.map(({ days }) => days)),
    lastPeople: last.length,
    lastMedianDays: medianOf(last.map(({ days }) => days)),
  };
}

/** The middle value, of an even number of values the mean of the middle two; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function byCode({ branch }: TermDays): string {
  return branch[0];
}
