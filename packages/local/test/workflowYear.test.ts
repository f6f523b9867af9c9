import { verifyRecord } from "@dunmiao/store/verify/verify";
import { describe, expect, test } from "vitest";
import { progress } from "../../workflow/test/support/progress.ts";
import type { World } from "../../workflow/test/support/world.ts";
import { cast, demoCohort, randomGaps, type SweepDays, yearOfRules } from "./demoYear.ts";
import { atOnce, plant, yearInStore } from "./demoYearStored.ts";
import { openStack } from "./workflowStack.ts";

const cohort = demoCohort();
const everyDay: SweepDays = () => true;
const weekly: SweepDays = (_, index) => index % 7 === 3;
const daily = yearOfRules(cohort, everyDay);
// DUNMIAO_YEAR=whole takes all 224 through the table in each way: some minutes.
const isWhole = process.env.DUNMIAO_YEAR === "whole";
const people = isWhole ? cohort : cast(cohort);
/** What the days of a sweep change is held for all 224 by the rules alone: each further way takes a third, not the same. */
const third = (first: number) => (isWhole ? cohort : people.filter((_, at) => at % 3 === first));
const endsOf = (some: typeof people) => new Map(some.map(({ id }) => [id, daily.get(id)]));

/** One sweep of the world's day by the task functions, in the order of the states of both machines. */
async function sweepByTasks(world: World): Promise<void> {
  const due: { id: string }[] = [];
  for (let at: Record<string, unknown> = await world.tasks.fixDay({}); ; ) {
    const listed = await world.tasks.listDue(at);
    due.push(...listed.items);
    const ended = await world.tasks.startProgress(listed);
    if (ended.next === "done") break;
    at = ended;
  }
  await atOnce(due, ({ id }) => progress(world, id, world.clock.today));
}

test("the year of the 224 has everything in it: reviews, every warning, late report-ins, and an end", () => {
  const ends = [...daily.values()];
  const having = (what: (end: (typeof ends)[number]) => boolean) => ends.filter(what).length;
  expect(ends).toHaveLength(224);
  expect(having(({ status }) => status === "under-review")).toBeGreaterThan(1);
  expect(having(({ status }) => status === "under-review" || status === "awaiting-ruling")).toBe(224);
  expect(having(({ reviews }) => reviews.some(({ closedOn }) => closedOn !== undefined))).toBeGreaterThan(0);
  for (const level of [10, 13, 15])
    expect(having(({ warnings }) => warnings.some(({ levelDays }) => levelDays === level))).toBeGreaterThan(
      0,
    );
  for (const escalation of ["none", "branch", "bureau"])
    expect(having(({ checkpoints }) => checkpoints[0]?.escalation === escalation)).toBeGreaterThan(0);
});

describe("by the rules alone, all 224 end equal", () => {
  const seeds = Array.from({ length: 10 }, (_, seed): [string, SweepDays] => [
    `in random gaps (seed ${seed})`,
    randomGaps(seed),
  ]);
  test.each([["weekly", weekly] as const, ["only after the end", () => false] as const, ...seeds])(
    "swept %s",
    (_, sweepDays) => {
      expect(yearOfRules(cohort, sweepDays)).toEqual(daily);
    },
  );
});

describe("by the tasks over the table, everyone who has something to tell ends equal", () => {
  test.each([
    ["daily", everyDay, people],
    ["in random gaps", randomGaps(1), third(0)],
  ])("swept %s", async (_, sweepDays, some) => {
    const world = await plant(some);
    expect(await yearInStore(world, some, { sweepDays, sweep: sweepByTasks })).toEqual(endsOf(some));
    await atOnce(some, async ({ id }) => {
      expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
    });
  });
});

test("swept weekly on the runner, the stream starting what people's acts make due, it ends equal as well", async () => {
  const some = third(1);
  const world = await plant(some);
  const stack = await openStack(world, { withStream: true });
  try {
    const sweep = ({ clock: { today: asOf } }: World) => stack.run("daily-sweep", `sweep-${asOf}`, { asOf });
    expect(await yearInStore(world, some, { sweepDays: weekly, sweep })).toEqual(endsOf(some));
    const ended = [...stack.ended("daily-sweep"), ...stack.ended("progress")];
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(["SUCCEEDED"]));
  } finally {
    await stack.stop();
  }
});
