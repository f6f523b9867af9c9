import { lastDayOfTerm } from "../calendarDate.ts";
import { planCheckpoints, planOf } from "../checkpoint.ts";
import type { Scheme } from "../scheme.ts";
import type { CheckpointPlan } from "../schemeSchema.ts";
import { isProvisional, type WorkCalendar } from "../workCalendar.ts";

/** One post of the cohort: the units whose people file its forms. */
export type PreviewPost = {
  readonly branch: string;
  readonly station: string;
  readonly sending: string;
};

/** Whose work it is: one station, branch or sending unit by its code; the bureau has none. */
export type Desk = { readonly level: "station" | "branch" | "sending" | "bureau"; readonly unit: string };
export type PlannedDate = {
  readonly key: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** Forms due on it for the whole cohort. */
  readonly forms: number;
  readonly isProvisional: boolean;
};
export type SchedulePreview = {
  readonly term: { readonly from: string; readonly to: string };
  readonly dates: readonly PlannedDate[];
  /** Months (YYYY-MM) in which something is due, in order. */
  readonly months: readonly string[];
  /** Forms that each station files, month by month in the order of `months`; stations by code. */
  readonly stations: readonly { readonly station: string; readonly forms: readonly number[] }[];
  /** All forms of the cohort, month by month. */
  readonly total: readonly number[];
  /** Days on which one desk has more than the allowed number of forms due, earliest first. */
  readonly crowded: readonly (Desk & { readonly dueOn: string; readonly forms: number })[];
  /** Some date touches a year without a published notice. */
  readonly isProvisional: boolean;
};

/** What a scheme would mean for people who all start on one day: dates, load, days with more than `allowed` forms due. */
export function previewSchedule(
  scheme: Scheme,
  startsOn: string,
  { posts, calendar, allowed }: { posts: readonly PreviewPost[]; calendar: WorkCalendar; allowed: number },
): SchedulePreview {
  const term = { from: startsOn, to: lastDayOfTerm(startsOn, scheme.termMonths) };
  const dates = planCheckpoints(term, scheme, calendar)
    .map(({ key, opensOn, dueOn }) => ({
      key,
      opensOn,
      dueOn,
      forms: planOf(scheme, key).forms.length * posts.length,
      isProvisional: isProvisional(calendar, opensOn, dueOn),
    }))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  const months = [...new Set(dates.map(({ dueOn }) => dueOn.slice(0, 7)))];
  return {
    term,
    dates,
    months,
    stations: stationLoad(scheme, dates, { posts, months }),
    total: months.map((month) => sum(dates.filter((each) => each.dueOn.startsWith(month)))),
    crowded: crowdedDays(scheme, dates, posts).filter(({ forms }) => forms > allowed),
    isProvisional: dates.some((each) => each.isProvisional),
  };
}

function sum(dates: readonly PlannedDate[]): number {
  return dates.reduce((forms, each) => forms + each.forms, 0);
}

function stationLoad(
  scheme: Scheme,
  dates: readonly PlannedDate[],
  { posts, months }: { posts: readonly PreviewPost[]; months: readonly string[] },
): SchedulePreview["stations"] {
  const perPost = months.map((month) =>
    dates
      .filter(({ dueOn }) => dueOn.startsWith(month))
      .reduce((forms, { key }) => forms + filedBy(planOf(scheme, key), "station"), 0),
  );
  const postsAt = countBy(posts.map(({ station }) => station));
  return [...postsAt]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([station, count]) => ({ station, forms: perPost.map((forms) => forms * count) }));
}

const deskOf = { station: "station", branch: "branch", sending: "sending", hr: "bureau" } as const;

function crowdedDays(scheme: Scheme, dates: readonly PlannedDate[], posts: readonly PreviewPost[]) {
  const byDay = Map.groupBy(dates, ({ dueOn }) => dueOn);
  return [...byDay].flatMap(([dueOn, due]) =>
    (["hr", "branch", "sending", "station"] as const).flatMap((by) => {
      const perPost = due.reduce((forms, { key }) => forms + filedBy(planOf(scheme, key), by), 0);
      if (perPost === 0) return [];
      const postsOf = countBy(posts.map((post) => (by === "hr" ? "" : post[by])));
      return [...postsOf].map(([unit, count]) => ({
        level: deskOf[by],
        unit,
        dueOn,
        forms: count * perPost,
      }));
    }),
  );
}

function filedBy(plan: CheckpointPlan, by: "station" | "branch" | "sending" | "hr"): number {
  return plan.forms.filter((each) => each.by === by).length;
}

function countBy(units: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
