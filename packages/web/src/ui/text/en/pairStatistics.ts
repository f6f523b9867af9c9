import type { Catalog } from "../catalog.ts";
import type { pairStatistics as zhPairStatistics } from "../zhCN/pairStatistics.ts";

export const pairStatistics = {
  title: "Statistics of pairs",
  intro: "Every pair that has begun is counted, also those completed, dissolved or not passed.",
  soFar: (p) => `${p.month} (so far)`,
  byFocus: "Pairs by focus",
  ofUnit: "Pairs by unit",
  byUnit: "Pairs by unit and focus",
  byMonth: "Activities by month",
  month: "Month",
  activities: "Activities",
  entered: "Pairs with an activity",
  silent: "Pairs without one",
  outcomes: "Pairs by progress and outcome",
  grades: "Grades of final tests",
  pairs: "Pairs",
  coverage: "Coverage by unit and month (pairs with an activity / running)",
  of: (p) => `${p.entered}/${p.pairs}`,
  gap: (p) => `${p.silent} without`,
  enteredIn: (p) => `with an activity in ${p.month}`,
  silentIn: (p) => `without an activity in ${p.month}`,
  ran: "Pairs that have begun",
} satisfies Catalog<typeof zhPairStatistics>;
