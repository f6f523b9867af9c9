import type { Scheme } from "@dunmiao/domain/scheme";
import { confirmReportIn, lateDaysOf } from "@dunmiao/domain/term/reportIn";
import { addWorkingDays, nextWorkingDay } from "@dunmiao/domain/workCalendar";
import { type Act, personaOf } from "./acts.ts";
import { formActs } from "./forms.ts";
import { lifecycle } from "./lifecycle.ts";
import { ordinaryPlot } from "./ordinary.ts";
import { place, type Year } from "./placing.ts";
import { castPlots, leadingPlot, maternityPlot, type Plot } from "./plot.ts";
import { type Random, randomFrom } from "./random.ts";
import { resultActs } from "./results.ts";

/** Who lives which year, by their place in the cohort: the cast is spread over it, everyone else is ordinary. */
export function plotsOf(people: readonly { officer: { sex: "male" | "female" } }[]): Plot[] {
  const random = randomFrom(15);
  const plots = people.map(() => ordinaryPlot(random));
  const mother = people.findIndex(({ officer }, at) => at > 0 && officer.sex === "female");
  const free = random.shuffled([...people.keys()].filter((at) => at !== 0 && at !== mother));
  plots[0] = leadingPlot;
  if (mother >= 0) plots[mother] = maternityPlot;
  for (const [index, plot] of castPlots.entries()) {
    const at = free[index];
    if (at !== undefined) plots[at] = plot;
  }
  return plots;
}

/** Whether nothing in particular is to be told of whoever lives this year. */
export function isOrdinary(plot: Plot): boolean {
  return ![leadingPlot, maternityPlot, ...castPlots].includes(plot);
}

/** Everything that people do up to today in a year in which forms are filed: the officer's own story, forms, results. */
export function wholeYearOf(
  plot: Plot,
  { year, scheme, also = [] }: { year: Year; scheme: Scheme; also?: readonly Act[] | undefined },
  random: Random,
): Act[] {
  const acts = actsOf(plot, year, random);
  if (plot.reportsInAfter === "never") return acts;
  const filing = { term: { from: year.from, to: year.to }, scheme, calendar: year.calendar };
  return inOrder([...acts, ...also, ...formActs(filing, random), ...resultActs(year, random)]).filter(
    ({ on }) => on <= year.today,
  );
}

/** The acts of one officer's year up to today, in date order. */
export function actsOf(plot: Plot, year: Year, random: Random): Act[] {
  if (plot.reportsInAfter === "never") return [];
  const { calendar, from } = year;
  const on =
    plot.reportsInAfter === 0
      ? nextWorkingDay(calendar, from)
      : addWorkingDays(calendar, from, plot.reportsInAfter);
  const rule: Act["rule"] = (ground) => confirmReportIn(ground, on, lateDaysOf(ground, on).days);
  const reportIn: Act = { on, by: personaOf("station"), rule };
  const acts = place(plot.leaves, year, random).flatMap((placed) => lifecycle({ ...placed, year, random }));
  return inOrder([reportIn, ...acts]);
}

/** By date; what falls on one day keeps its order. */
function inOrder(acts: readonly Act[]): Act[] {
  return acts.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
