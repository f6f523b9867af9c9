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

/** The figures of a quota that stand on people: those who are down, and those who are to begin later. */
export const peopleFigures = ["actual", "coming"] as const;
export type PeopleFigure = (typeof peopleFigures)[number];
/** What a quota is counted from. */
export type QuotaFacts<Each extends Sent = Sent> = {
  forces: ReadonlyMap<string, readonly DatedForce[]>;
  units: ReadonlyMap<string, Pick<Unit, "parent">>;
  sent: readonly Each[];
};

/**
 * The quota of each unit on a day, counted from the secondments themselves: whoever is sent counts for the nearest unit,
 * theirs or above it, of which a force is known, so that nobody counts twice and the sums add up. A share that gives a
 * part of a person asks for the whole one.
 */
export function quotaOn(today: string, { forces, units, sent }: QuotaFacts): Quota {
  const known = forcesOn(today, forces);
  const counted = new Map([...known.keys(), ""].map((unit) => [unit, { actual: 0, coming: 0 }]));
  for (const each of sent) {
    const at = counted.get(nearest(each.sending[0], known, units));
    if (!at) continue;
    for (const figure of peopleFigures) if (countsAs[figure](each, today)) at[figure] += 1;
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

/** The people behind a figure of a quota: of one unit, of those without a force (`unit` is empty), or of all rows. */
export function peopleOfQuota<Each extends Sent>(
  today: string,
  { forces, units, sent }: QuotaFacts<Each>,
  { unit, figure }: { unit?: string | undefined; figure: PeopleFigure },
): Each[] {
  const known = forcesOn(today, forces);
  return sent.filter((each) => {
    if (!countsAs[figure](each, today)) return false;
    const at = nearest(each.sending[0], known, units);
    return unit === undefined ? at !== "" : at === unit;
  });
}

/** The entry of each unit that holds on a day. */
function forcesOn(today: string, forces: QuotaFacts["forces"]): Map<string, DatedForce> {
  return new Map(
    [...forces].flatMap(([unit, entries]) => {
      const now = entries.findLast(({ from }) => from <= today);
      return now ? [[unit, now] as const] : [];
    }),
  );
}

/** Shares have two decimals at most: counted in hundredths, so that a fifth of 1,005 is 201 and not a little more. */
function plannedOf({ people, sharePercent }: DatedForce): number {
  return Math.ceil((people * Math.round(sharePercent * 100)) / 10_000);
}

const countsAs: Record<PeopleFigure, (each: Sent, today: string) => boolean> = {
  actual: isDown,
  coming: ({ status, from }, today) => status === "planned" && from > today,
};

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
