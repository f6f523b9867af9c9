import { monthsOf } from "../checkpoint.ts";
import type { Digest } from "../digest.ts";
import type { Scheme } from "../scheme.ts";

/** Pieces of evidence of one term, month by month and area by area (S2: assessment is to be continuous and comprehensive). */
export type Coverage = {
  /** Calendar months that the term touches, `YYYY-MM`. */
  months: string[];
  /** Keys of the scheme's duty areas. */
  areas: string[];
  /** Pieces by month, then by area. */
  counts: number[][];
  /** Months that are over and have none. */
  monthsWithout: string[];
  /** Areas without any so far. */
  areasWithout: string[];
  /** Pieces of an area or a month that the table has no place for. */
  elsewhere: number;
};

type Covered = Pick<Digest, "from" | "to" | "evidence">;

/** What of a term is covered by evidence on a day; the current month may still get its own, a month to come asks for none. */
export function coverageOf(
  { from, to, evidence }: Covered,
  { dutyAreas }: Pick<Scheme, "dutyAreas">,
  today: string,
): Coverage {
  const months = monthsOf({ from, to });
  const areas = dutyAreas.map(({ key }) => key);
  const pieces = Map.groupBy(evidence, ([area, month]) => `${month} ${area}`);
  const counts = months.map((month) => areas.map((area) => pieces.get(`${month} ${area}`)?.length ?? 0));
  const placed = counts.reduce((total, row) => total + sum(row), 0);
  const isOver = (month: string) => month < today.slice(0, 7) || to < today;
  return {
    months,
    areas,
    counts,
    monthsWithout: months.filter((month, at) => isOver(month) && sum(counts[at] ?? []) === 0),
    areasWithout: from > today ? [] : areas.filter((_, at) => counts.every((row) => row[at] === 0)),
    elsewhere: evidence.length - placed,
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, each) => total + each, 0);
}
