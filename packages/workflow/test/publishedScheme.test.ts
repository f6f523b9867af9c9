import type { Actor } from "@dunmiao/domain/actor";
import type { SchemeSettings } from "@dunmiao/domain/schemeRecord";
import type { CheckpointPlan } from "@dunmiao/domain/schemeSchema";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { findScheme, knownScheme, listSchemes, newestScheme, schemeOf } from "@dunmiao/store/scheme";
import { publishScheme, saveDraft, schemeInWork } from "@dunmiao/store/schemeDraft";
import { cohortSummaries } from "@dunmiao/store/secondment";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { anotherStore } from "../../store/test/engine.ts";
import { taskHandlers } from "../src/handlers.ts";
import { leave, reportIn } from "./support/acts.ts";
import { progress } from "./support/progress.ts";
import { addPerson, openWorld, secondmentOf, type World } from "./support/world.ts";

const start = "2026-03-02";
const approver: Actor = { id: "approver-1", role: "approver" };
let world: World;
let before: string;
let after: string;

/** Reviews after two months instead of quarters, opened a week before; nothing late for the first ten days. */
async function changedTimetable(): Promise<SchemeSettings> {
  const newest = await newestScheme(world.store, "literal");
  if (!newest) throw new Error("no scheme");
  const checkpoints = newest.checkpoints.map(
    (plan): CheckpointPlan =>
      plan.key === "quarter"
        ? { ...plan, schedule: { from: "start", months: [2] }, opensDaysBefore: 7, remindDaysBefore: [5] }
        : plan,
  );
  return { limitDays: 20, checkpoints };
}

beforeAll(async () => {
  world = await openWorld(start, 3);
  before = await addPerson(world, start, 1);
  const settings = await changedTimetable();
  const saved = await saveDraft(world.acting(), { id: "literal", version: 3, seen: 0, settings });
  expect(saved.outcome).toBe("committed");
  const drafted = await addPerson(world, start, 3);
  expect((await secondmentOf(world, drafted)).schemeVersion).toBe(2);
  const scheme = { id: "literal", version: 3 };
  const published = await publishScheme(world.acting(approver), scheme, { seen: 1, reason: "议定" });
  expect(published.outcome).toBe("committed");
  after = await addPerson(world, start, 2);
});

/** The workflow as another process would run it: it has read no scheme yet. */
function elsewhere(): World {
  const store = anotherStore(world.store.tableName);
  const deps = { ...world.deps, store, calendar: calendarReader(store) };
  return { ...world, store, deps, tasks: taskHandlers(deps) };
}

const dueDates = async (id: string, plan: string) =>
  (await secondmentOf(world, id)).checkpoints
    .filter(({ key }) => key.split(".")[0] === plan)
    .map(({ key, opensOn, dueOn }) => [key, opensOn, dueOn]);

describe("a published version of a scheme", () => {
  test("is the newest, for everybody who asks, and is read once", async () => {
    const { store } = elsewhere();
    expect((await listSchemes(store)).map(({ id, version }) => `${id}@${version}`)).toEqual([
      "literal@3",
      "statutory-leave-excluded@2",
    ]);
    const other = elsewhere().store;
    expect(knownScheme(other, { schemeId: "literal", schemeVersion: 3 })).toBeUndefined();
    const scheme = await schemeOf(other, { schemeId: "literal", schemeVersion: 3 });
    expect(scheme.limitDays).toBe(20);
    expect(knownScheme(other, { schemeId: "literal", schemeVersion: 3 })).toBe(scheme);
  });

  test("does not reach back: who was planned before keeps version 2, who comes after has version 3", async () => {
    expect((await secondmentOf(world, before)).schemeVersion).toBe(2);
    expect((await secondmentOf(world, after)).schemeVersion).toBe(3);
    expect(await dueDates(before, "quarter")).toEqual([
      ["quarter.3", "2026-05-25", "2026-06-02"],
      ["quarter.9", "2026-11-23", "2026-12-02"],
    ]);
    // 2 May lies in the holiday, 25 and 26 April are a weekend.
    expect(await dueDates(after, "quarter")).toEqual([["quarter", "2026-04-27", "2026-05-06"]]);
    expect(await dueDates(after, "mid-term")).toEqual(await dueDates(before, "mid-term"));
  });

  test("runs: the workflow opens, reminds and makes late on the days of the version of each person", async () => {
    await reportIn(world, before);
    await reportIn(world, after);
    const stepsOn = async (id: string, day: string) => (await progress(elsewhere(), id, day)).length;
    const stateOf = async (id: string, key: string) =>
      (await secondmentOf(world, id)).checkpoints.find((each) => each.key === key)?.state;
    await stepsOn(after, "2026-04-26");
    expect(await stateOf(after, "quarter")).toBe("planned");
    expect(await stepsOn(after, "2026-04-27")).toBe(1);
    expect(await stateOf(after, "quarter")).toBe("open");
    await stepsOn(before, "2026-05-07");
    await stepsOn(after, "2026-05-07");
    expect([await stateOf(before, "quarter.3"), await stateOf(after, "quarter")]).toEqual([
      "planned",
      "late",
    ]);
    const lists = await cohortSummaries(elsewhere().store, "c2");
    expect(lists).toMatchObject([{ limit: 20, todos: expect.arrayContaining([expect.anything()]) }]);
  });

  test("counts by its own limit: the same 17 days are a review here and none there", async () => {
    for (const id of [before, after]) {
      await leave(world, id, "2026-06-01", "2026-06-24");
      await progress(elsewhere(), id, start);
    }
    expect((await secondmentOf(world, before)).status).toBe("under-review");
    expect((await secondmentOf(world, after)).status).toBe("serving");
    for (const id of [before, after])
      expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
    expect(await verifyRecord(world.store, { kind: "scheme", id: "literal.3" })).toEqual([]);
  });
});

describe("drafts at the same time", () => {
  const settings: SchemeSettings = { reviewWindowDays: 20 };
  const other = { id: "statutory-leave-excluded", version: 3 };

  test("two people start one: one draft, the other hears of it", async () => {
    const hr2 = world.acting({ id: "hr-2", role: "hr" });
    const both = await Promise.all([
      saveDraft(world.acting(), { ...other, seen: 0, settings }),
      saveDraft(hr2, { ...other, seen: 0, settings: { reviewWindowDays: 40 } }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["committed", "refused"]);
    const refusals = both.flatMap((each) => (each.outcome === "refused" ? each.refusals : []));
    expect(refusals).toMatchObject([{ code: "changed-meanwhile" }]);
    const standing = await schemeInWork(world.store, other.id);
    expect(standing).toMatchObject({ newest: { version: 2 }, draft: { revision: 1 } });
  });

  test("no record runs under a draft", async () => {
    const ref = { schemeId: other.id, schemeVersion: 3 };
    expect(await findScheme(elsewhere().store, ref)).toBeUndefined();
    await expect(schemeOf(elsewhere().store, ref)).rejects.toThrow("unknown scheme");
    expect((await newestScheme(elsewhere().store, other.id))?.version).toBe(2);
  });

  test("somebody changes it while another publishes: one of the two is refused", async () => {
    const both = await Promise.all([
      saveDraft(world.acting({ id: "hr-3", role: "hr" }), { ...other, seen: 1, settings: { limitDays: 16 } }),
      publishScheme(world.acting(approver), other, { seen: 1, reason: "议定" }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["committed", "refused"]);
    expect(await verifyRecord(world.store, { kind: "scheme", id: `${other.id}.3` })).toEqual([]);
  });
});
