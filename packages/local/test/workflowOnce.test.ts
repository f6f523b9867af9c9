import { verifyRecord } from "@dunmiao/store/verify/verify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, reportIn, takeBack } from "../../workflow/test/support/acts.ts";
import {
  addPerson,
  eventsOf,
  openWorld,
  secondmentOf,
  type World,
} from "../../workflow/test/support/world.ts";
import { openStack, type Stack } from "./workflowStack.ts";

const start = "2026-03-02";
let world: World;
let stack: Stack;
beforeAll(async () => {
  world = await openWorld(start, 6);
  stack = await openStack(world, { parallel: 10, withStream: true });
});
afterAll(() => stack.stop());

const timesOf = async (id: string, type: string) =>
  (await eventsOf(world, id)).filter((each) => each === type).length;

async function isWhole(id: string): Promise<void> {
  expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
}

/** Ten executions for one record at the same time, under names of their own, and two sweeps on top. */
async function tenAtOnce(id: string, asOf: string): Promise<void> {
  const input = { kind: "secondment", id, asOf };
  const names = Array.from({ length: 10 }, (_, n) => `ten-${id}-${asOf}-${n}`);
  const sweeps = [1, 2].map((n) => stack.start("daily-sweep", `sweep-${id}-${asOf}-${n}`, { asOf }));
  await Promise.all([...names.map((name) => stack.start("progress", name, input)), ...sweeps]);
  await stack.quiet();
  const ended = stack.ended("progress").filter(({ name }) => names.includes(name));
  expect(ended.map(({ status }) => status)).toEqual(Array(10).fill("SUCCEEDED"));
}

// First of all: a sweep a year later takes whoever is there through that year, each step by ten hands at once.
test("the end of the term during a review leaves it under review, ten at once or not", async () => {
  const id = await addPerson(world, start, 6);
  await reportIn(world, id);
  await leave(world, id, "2026-04-07", "2026-04-28");
  await tenAtOnce(id, "2027-03-02");
  expect((await secondmentOf(world, id)).status).toBe("under-review");
  expect(await timesOf(id, "term.completed")).toBe(0);
});

test("the stream opens the review of an approval that goes over, on the same day", async () => {
  const id = await addPerson(world, start, 1);
  await reportIn(world, id);
  await leave(world, id, "2026-04-07", "2026-04-28");
  await stack.quiet();
  expect((await secondmentOf(world, id)).status).toBe("under-review");
  expect(await timesOf(id, "review.opened")).toBe(1);
});

test("ten executions and two sweeps at once: one review, one warning per level, an unbroken chain", async () => {
  const id = await addPerson(world, start, 2);
  await reportIn(world, id);
  await leave(world, id, "2026-04-07", "2026-04-28");
  await tenAtOnce(id, start);
  await tenAtOnce(id, "2026-03-03");
  const record = await secondmentOf(world, id);
  expect(record.reviews).toHaveLength(1);
  expect(record.warnings.map(({ levelDays, state }) => [levelDays, state])).toEqual([
    [10, "passed"],
    [13, "passed"],
    [15, "shown"],
  ]);
  expect(await timesOf(id, "review.opened")).toBe(1);
  expect(await timesOf(id, "limit.warned")).toBe(1);
  await isWhole(id);
});

test("ten at once after a correction: the review closes once, with its reason, and stays closed", async () => {
  const id = await addPerson(world, start, 3);
  await reportIn(world, id);
  const absence = await leave(world, id, "2026-04-07", "2026-04-28");
  await tenAtOnce(id, start);
  await takeBack(world, id, absence, "the roster shows that he was there");
  await tenAtOnce(id, "2026-03-04");
  const { status, reviews } = await secondmentOf(world, id);
  expect(status).toBe("serving");
  expect(reviews).toMatchObject([{ closedOn: start, closedBecause: "the roster shows that he was there" }]);
  expect(await timesOf(id, "review.closed")).toBe(1);
  await isWhole(id);
});

test("over again after a correction is a second review, and no warning is repeated", async () => {
  const id = await addPerson(world, start, 4);
  await reportIn(world, id);
  const absence = await leave(world, id, "2026-04-07", "2026-04-28");
  await tenAtOnce(id, start);
  await takeBack(world, id, absence, "was there");
  await leave(world, id, "2026-06-01", "2026-06-30");
  await tenAtOnce(id, "2026-03-05");
  expect((await secondmentOf(world, id)).reviews).toHaveLength(2);
  expect(await timesOf(id, "review.opened")).toBe(2);
  expect(await timesOf(id, "limit.warned")).toBe(1);
  await isWhole(id);
});

test("ten at once for a person whom nobody looked at for a month: every step once, in order", async () => {
  const id = await addPerson(world, "2026-03-09", 5);
  await tenAtOnce(id, "2026-04-09");
  expect(await eventsOf(world, id)).toEqual([
    "secondment.planned",
    "checkpoint.opened",
    "checkpoint.reminded",
    "checkpoint.late",
    "checkpoint.escalated",
    "checkpoint.escalated",
    // The attendance of March: due on 7 April.
    "checkpoint.opened",
    "checkpoint.reminded",
    "checkpoint.late",
  ]);
  await isWhole(id);
});
