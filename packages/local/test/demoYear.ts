import { addDays, datesBetween, lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import { presetSchemes } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Summary } from "@dunmiao/domain/summary";
import { type PlanGround, planSecondment, type SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import type { Unit } from "@dunmiao/domain/unit";
import { catchUp } from "@dunmiao/domain/year/catchUp";
import { summaryOf } from "@dunmiao/domain/year/summaryOf";
import { calendarOf } from "@dunmiao/store/grownCalendar";
import type { Act } from "../src/demo/acts.ts";
import { demoPeople } from "../src/demo/people.ts";
import { leadingPlot } from "../src/demo/plot.ts";
import { randomFrom } from "../src/demo/random.ts";
import { actsOf, isOrdinary, plotsOf } from "../src/demo/story.ts";
import { demoUnits } from "../src/demo/units.ts";

/** The demo cohort's year, told until two months before its end; from the day before the term to three weeks after. */
export const from = "2025-03-03";
const to = lastDayOfTerm(from, 12);
export const days = datesBetween(addDays(from, -1), addDays(to, 21));
const toldUntil = "2025-12-29";

const scheme = presetSchemes.findLast(({ id }) => id === "literal");
if (!scheme) throw new Error("no literal scheme");
const names = { name: "demo", schemeId: "literal", schemeVersion: scheme.version };
const cohort = { id: "demo", version: 1, head: "", ...names, startsOn: from, endsOn: to };
const { bureau, branches, stations, offices } = demoUnits;
const units = new Map(
  [bureau, ...branches, ...offices, ...stations].map(({ code, ...facts }): [string, Unit] => [
    code,
    { id: code, version: 1, head: "", ...facts },
  ]),
);
/** What planning and every rule of the year stand on. */
export const ground: PlanGround = {
  cohort,
  scheme,
  units,
  calendar: await calendarOf({ version: 0, notices: [] }),
};

/** One officer of the demo cohort: how they were planned and everything that people do, in date order. */
export type Person = { id: string; plan: SecondmentPlan; acts: readonly Act[]; isOrdinary: boolean };

/** All 224. */
export function demoCohort(): Person[] {
  const people = demoPeople();
  const plots = plotsOf(people);
  return people.map((plan, at) => {
    const plot = plots[at] ?? leadingPlot;
    const acts = actsOf(plot, { calendar: ground.calendar, from, to, today: toldUntil }, randomFrom(at));
    return { id: `demo-${plan.officer.serviceNumber}`, plan, acts, isOrdinary: isOrdinary(plot) };
  });
}

/** Whoever has something to tell, and a few of the others: nobody's year differs by who else is looked at. */
export function cast(people: readonly Person[]): Person[] {
  return people.filter(({ isOrdinary }, at) => !isOrdinary || at % 25 === 0);
}

export type SweepDays = (day: string, index: number) => boolean;

/** Days in random gaps of 1 to 40 days. */
export function randomGaps(seed: number): SweepDays {
  const random = randomFrom(seed);
  const chosen = new Set<string>();
  for (let at = random.whole(0, 40); at < days.length; at += random.whole(1, 40)) chosen.add(days[at] ?? "");
  return (day) => chosen.has(day);
}

/** Whether the workflow runs on a day: always on the last one. */
export function isSwept(sweepDays: SweepDays, day: string, index: number): boolean {
  return sweepDays(day, index) || index === days.length - 1;
}

/** What must not depend on when the sweeps fell (architecture.md, "Workflows"). */
export function endOf({ status, reviews, checkpoints, warnings }: Secondment, summary: Summary) {
  const { counted, pending, next = "never", todos } = summary;
  const steps = checkpoints.map(({ reminded: _, ...step }) => step);
  return { status, counted, pending, next, todos, reviews, warnings, checkpoints: steps };
}
type End = ReturnType<typeof endOf>;
/** By record id. */
export type Ends = Map<string, End>;

/** The year by the rules alone: no table, no tasks, only what they stand on. */
export function yearOfRules(people: readonly Person[], sweepDays: SweepDays): Ends {
  return new Map(people.map((person) => [person.id, personsYear(person, sweepDays)]));
}

function personsYear({ plan, acts }: Person, sweepDays: SweepDays): End {
  const planned = planSecondment(plan, ground);
  if (!planned.ok) throw new Error(planned.refusals[0]?.code);
  let at: Secondment = { ...planned.value.after, version: 1 };
  const sweep = (today: string) => {
    at = catchUp(at, ground, today).at(-1)?.after ?? at;
  };
  for (const [index, today] of days.entries()) {
    if (isSwept(sweepDays, today, index)) sweep(today);
    for (const act of acts.filter(({ on }) => on === today)) {
      sweep(today);
      const actor = act.by(at, ground);
      const outcome = act.rule({ ...ground, secondment: at, actor, today });
      if (!outcome.ok) throw new Error(`${at.id} on ${today}: ${outcome.refusals[0]?.code}`);
      at = { ...outcome.value.after, version: at.version + 1 };
    }
  }
  return endOf(at, summaryOf(at, ground));
}
