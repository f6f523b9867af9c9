import type { Force, ForceLevel } from "../force.ts";
import type { Summary } from "../summary.ts";
import type { Unit } from "../unit.ts";

export type DatedForce = Pick<Force, "level" | "from" | "people" | "sharePercent">;
type Sent = Pick<Summary, "status" | "from" | "to"> & { sending: Summary["sending"] };

/** One unit with a force on a day: how many it is to send down, how many it has down, and how many are to begin later. */
export type QuotaRow = {
  unit: string;
  level: ForceLevel;
  /** The day from which the force holds. */
  from: string;
  people: number;
  sharePercent: number;
  planned: number;
  actual: number;
  coming: number;
  /** What lacks; below zero where more are down than planned. */
  gap: number;
};
type Figures = Pick<QuotaRow, "people" | "planned" | "actual" | "coming" | "gap">;
/** All rows, their sums, and those who were sent by units of which no force is known. */
export type Quota = { rows: QuotaRow[]; total: Figures; withoutForce: { actual: number; coming: number } };

/**
 * The quota of each unit on a day, counted from the secondments themselves: whoever is sent counts for the nearest unit,
 * theirs or above it, of which a force is known, so that nobody counts twice and the sums add up. A share that gives a
 * part of a person asks for the whole one.
 */
export function quotaOn(
  today: string,
  {
    forces,
    units,
    sent,
  }: {
    forces: ReadonlyMap<string, readonly DatedForce[]>;
    units: ReadonlyMap<string, Pick<Unit, "parent">>;
    sent: readonly Sent[];
  },
): Quota {
  const known = new Map(
    [...forces].flatMap(([unit, entries]) => {
      const now = entries.findLast(({ from }) => from <= today);
      return now ? [[unit, now] as const] : [];
    }),
  );
  const counted = new Map([...known.keys(), ""].map((unit) => [unit, { actual: 0, coming: 0 }]));
  for (const each of sent) {
    const at = counted.get(nearest(each.sending[0], known, units));
    if (!at) continue;
    if (isDown(each, today)) at.actual += 1;
    if (each.status === "planned" && each.from > today) at.coming += 1;
  }
  const rows = [...known].map(([unit, force]): QuotaRow => {
    const { actual, coming } = counted.get(unit) ?? { actual: 0, coming: 0 };
    const planned = plannedOf(force);
    return { unit, ...force, planned, actual, coming, gap: planned - actual };
  });
  const total: Figures = { people: 0, planned: 0, actual: 0, coming: 0, gap: 0 };
  for (const row of rows)
    for (const figure of ["people", "planned", "actual", "coming", "gap"] as const)
      total[figure] += row[figure];
  return { rows, total, withoutForce: counted.get("") ?? { actual: 0, coming: 0 } };
}

/** Shares have two decimals at most: counted in hundredths, so that a fifth of 1,005 is 201 and not a little more. */
function plannedOf({ people, sharePercent }: DatedForce): number {
  return Math.ceil((people * Math.round(sharePercent * 100)) / 10_000);
}

function isDown({ status, from, to }: Sent, today: string): boolean {
  return ["planned", "serving", "under-review"].includes(status) && from <= today && today <= to;
}

/** The nearest unit with a force, the unit itself first; nothing where there is none. */
function nearest(
  code: string,
  known: ReadonlyMap<string, unknown>,
  units: ReadonlyMap<string, Pick<Unit, "parent">>,
): string {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && !seen.has(at); at = units.get(at)?.parent) {
    if (known.has(at)) return at;
    seen.add(at);
  }
  return "";
}
