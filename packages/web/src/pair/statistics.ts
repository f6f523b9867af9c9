import { addMonths } from "@dunmiao/domain/calendarDate";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import { type Pair, pairStatuses } from "@dunmiao/domain/pair";
import { hasRun } from "@dunmiao/domain/pair/countedPairs";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Unit } from "@dunmiao/domain/unit";
import { entriesIn, type ListedPair, leaderOf } from "./list.ts";

/** Of a month: pairs that ran, those without an activity, and how many activities there were. */
export type MonthFigures = { month: string; pairs: number; silent: number; activities: number };
export type UnitFigures = {
  code: string;
  name: string | undefined;
  pairs: number;
  byFocus: Record<string, number>;
  months: MonthFigures[];
};
export type PairStatistics = {
  pairs: number;
  focuses: { focus: string; pairs: number }[];
  months: MonthFigures[];
  outcomes: { status: Pair["status"]; pairs: number }[];
  grades: { grade: string; pairs: number }[];
  units: UnitFigures[];
};

type At = { units: ReadonlyMap<string, Unit>; today: string; schemes: readonly PairScheme[] };
const shownMonths = 12;

/** What lists of pairs say as a whole on a day, by the unit that leads: every pair is counted once in each part. */
export function pairStatistics(rows: readonly ListedPair[], { units, today, schemes }: At): PairStatistics {
  const ran = rows.filter(hasRun);
  const months = monthsOf({ from: addMonths(`${today.slice(0, 7)}-01`, 1 - shownMonths), to: today });
  const shown = months.filter((month) => ran.some((row) => row.from.slice(0, 7) <= month));
  const byUnit = Map.groupBy(ran, (row) => leaderOf(row).branch);
  const grades = Map.groupBy(
    ran.filter(({ grade }) => grade),
    ({ grade }) => grade?.[0] ?? "",
  );
  const best = [...new Set(schemes.flatMap((each) => each.grades.map(({ key }) => key)))];
  return {
    pairs: ran.length,
    focuses: focusCounts(ran),
    months: shown.map((month) => monthFigures(ran, month)),
    outcomes: pairStatuses.flatMap((status) => {
      const pairs = ran.filter((row) => row.status === status).length;
      return pairs === 0 ? [] : [{ status, pairs }];
    }),
    grades: [...grades]
      .map(([grade, of]) => ({ grade, pairs: of.length }))
      .toSorted((one, other) => best.indexOf(one.grade) - best.indexOf(other.grade)),
    units: [...byUnit]
      .map(([code, of]) => ({
        code,
        name: units.get(code)?.name,
        pairs: of.length,
        byFocus: Object.fromEntries(focusCounts(of).map(({ focus, pairs }) => [focus, pairs])),
        months: shown.map((month) => monthFigures(of, month)),
      }))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  };
}

function focusCounts(rows: readonly ListedPair[]): { focus: string; pairs: number }[] {
  return [...Map.groupBy(rows, ({ focus }) => focus)]
    .map(([focus, of]) => ({ focus, pairs: of.length }))
    .toSorted((one, other) => other.pairs - one.pairs || (one.focus < other.focus ? -1 : 1));
}

function monthFigures(rows: readonly ListedPair[], month: string): MonthFigures {
  const entries = rows.flatMap((row) => entriesIn(row, month) ?? []);
  return {
    month,
    pairs: entries.length,
    silent: entries.filter((count) => count === 0).length,
    activities: entries.reduce((sum, count) => sum + count, 0),
  };
}
