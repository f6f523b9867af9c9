import { describe, expect, test } from "vitest";
import * as z from "zod";
import { beginPost, type PostChange } from "../src/concurrentPost/beginPost.ts";
import { addActivity, endOfMoved, endPost } from "../src/concurrentPost/changePost.ts";
import { coverageFigures, coverageOf, endsThisQuarter, quarterOf } from "../src/concurrentPost/coverage.ts";
import { type ConcurrentPost, postStateOn, postStates } from "../src/concurrentPost.ts";
import type { Place } from "../src/place.ts";
import { planPlace } from "../src/place.ts";
import type { Outcome } from "../src/refusal.ts";
import cases from "./cases/concurrentPost.json" with { type: "json" };

const today = "2026-03-02";
const actor = { id: "hr-1", role: "hr" } as const;
const officer = {
  id: "300001",
  version: 1,
  head: "",
  name: "民警甲",
  sex: "male",
  birthMonth: "1990-01",
  kind: "officer",
  homeUnit: "s1",
} as const;
const unit = { id: "s1", version: 1, head: "", name: "一元派出所", kind: "station", parent: "b1" } as const;
const school: Place = {
  id: "xx-1",
  version: 1,
  head: "",
  kind: "school",
  name: "第一小学",
  unit: "s1",
  isClosed: false,
};
const input = {
  serviceNumber: "300001",
  place: "xx-1",
  role: "vice-principal",
  appointedBy: "教育局",
  from: today,
  to: "2027-03-01",
} as const;
const reasonOf = (outcome: Outcome<PostChange>) => (outcome.ok ? undefined : outcome.refusals[0]);
const period = z.object({ from: z.string(), to: z.string() });
const refused = z.string().optional();
const tables = z
  .strictObject({
    begin: z.array(
      z.strictObject({
        name: z.string(),
        place: z.record(z.string(), z.unknown()).optional(),
        input: z.record(z.string(), z.unknown()),
        held: z.array(period).default([]),
        ends: z.string().optional(),
        refused,
        field: z.string().optional(),
      }),
    ),
    activity: z.array(
      z.strictObject({ name: z.string(), on: z.string(), endedOn: z.string().optional(), refused }),
    ),
    end: z.array(
      z.strictObject({
        name: z.string(),
        on: z.string(),
        endedOn: z.string().optional(),
        activityOn: z.string().optional(),
        refused,
      }),
    ),
    state: z.array(
      z.strictObject({
        name: z.string(),
        today: z.string(),
        endedOn: z.string().optional(),
        state: z.enum(postStates),
      }),
    ),
    ending: z.array(
      z.strictObject({ name: z.string(), today: z.string(), to: z.string(), isEnding: z.boolean() }),
    ),
  })
  .parse(cases);

/** A post from 2025-09-01 to 2026-08-31. */
function running({ endedOn, activityOn }: { endedOn?: string | undefined; activityOn?: string | undefined }) {
  const post: ConcurrentPost = {
    id: "p1",
    version: 1,
    head: "",
    officer: { serviceNumber: "300001", name: "民警甲", sex: "male", birthMonth: "1990-01", kind: "officer" },
    unit: { code: "s1", name: "一元派出所" },
    branch: "b1",
    place: { code: "xx-1", kind: "school", name: "第一小学" },
    role: "vice-principal",
    appointedBy: "教育局",
    from: "2025-09-01",
    to: "2026-08-31",
    activities: activityOn === undefined ? [] : [{ on: activityOn, line: "讲课", by: actor }],
    ...(endedOn !== undefined && {
      ended: { on: endedOn, reason: "调离", by: actor, recordedOn: "2026-02-01" },
    }),
  };
  return post;
}

describe("a concurrent post begins", () => {
  test.each(tables.begin)("$name", (given) => {
    const place: Place = { ...school, ...given.place };
    const held = given.held.map((each) => ({ ...each, secondmentId: "p0" }));
    const begun = beginPost(
      { ...input, ...given.input },
      { id: "p1", officer, unit, place, held },
      { today },
    );
    expect(reasonOf(begun)?.code).toBe(given.refused);
    expect(reasonOf(begun)?.field).toBe(given.field);
    expect(begun.ok ? begun.value.after.to : undefined).toBe(given.ends);
  });
});

describe("an activity is noted", () => {
  test.each(tables.activity)("$name", ({ on, endedOn, refused: code }) => {
    const noted = addActivity(running({ endedOn }), { on, line: "讲课" }, { actor, today });
    expect(reasonOf(noted)?.code).toBe(code);
    if (noted.ok) expect(noted.value.after.activities).toMatchObject([{ on, line: "讲课", by: actor }]);
  });

  test("activities stand in the order of their days, whichever was noted first", () => {
    const first = addActivity(
      running({ activityOn: "2026-01-15" }),
      { on: "2025-12-01", line: "座谈" },
      { actor, today },
    );
    expect(first.ok && first.value.after.activities.map(({ on }) => on)).toEqual([
      "2025-12-01",
      "2026-01-15",
    ]);
  });
});

describe("a post is ended", () => {
  test.each(tables.end)("$name", ({ on, refused: code, ...given }) => {
    const ended = endPost(running(given), { on, reason: "调离" }, { actor, today });
    expect(reasonOf(ended)?.code).toBe(code);
    if (ended.ok) expect(ended.value.after.ended).toMatchObject({ on, reason: "调离", recordedOn: today });
  });
});

describe("a post is to come, held or over", () => {
  test.each(tables.state)("$name: $state", ({ today: day, state, endedOn }) => {
    expect(postStateOn(running({ endedOn }), day)).toBe(state);
  });
});

describe("whose end falls into the quarter", () => {
  test.each(tables.ending)("$name", ({ today: day, to, isEnding }) => {
    const post = { place: { code: "xx-1" }, from: "2025-09-01", to };
    expect(endsThisQuarter(post, day)).toBe(isEnding);
  });

  test.each([
    ["2026-01-01", "2026-01-01", "2026-03-31"],
    ["2026-05-15", "2026-04-01", "2026-06-30"],
    ["2026-12-31", "2026-10-01", "2026-12-31"],
  ])("the quarter of %s", (day, from, to) => {
    expect(quarterOf(day)).toEqual({ from, to });
  });
});

describe("coverage", () => {
  const place = (id: string, more: Partial<Place> = {}) => ({ ...school, id, ...more });
  const post = (code: string, to: string) => ({ place: { code }, from: "2025-09-01", to });

  test("places with somebody, with nobody, and that lose theirs this quarter; a closed one is missed by nobody", () => {
    const places = [
      place("a"),
      place("b"),
      place("c"),
      place("d", { isClosed: true }),
      place("g", { kind: "grid" }),
    ];
    const posts = [
      post("a", "2026-03-31"),
      post("b", "2026-03-31"),
      post("b", "2026-12-31"),
      post("c", "2026-03-01"),
    ];
    const covered = coverageOf(places, posts, today);
    expect(covered.map((each) => [each.place.id, each.posts.length, each.isEnding])).toEqual([
      ["a", 1, true],
      ["b", 2, false],
      ["c", 0, false],
      ["g", 0, false],
    ]);
    const figures = coverageFigures(covered);
    expect(figures.school).toEqual({ places: 3, covered: 2, nobody: 1, ending: 1 });
    expect(figures.grid).toEqual({ places: 1, covered: 0, nobody: 1, ending: 0 });
    expect(figures.street).toEqual({ places: 0, covered: 0, nobody: 0, ending: 0 });
  });
});

test("a place that comes again", () => {
  const again = { code: "xx-1", kind: "school", name: "第一 小学", unit: "s1", isClosed: false } as const;
  const planned = (change: object, existing: Place | undefined = school) => {
    const plan = planPlace({ ...again, ...change }, existing);
    return plan.ok ? plan.value : plan.refusals[0]?.code;
  };
  expect(planned({})).toBe("already-there");
  expect(planned({ name: "第二小学" })).toBe("update");
  expect(planned({ unit: "s2" })).toBe("update");
  expect(planned({ isClosed: true })).toBe("update");
  expect(planned({ kind: "grid" })).toBe("place-kind-differs");
});

describe("whoever moves to another unit", () => {
  const post = { ...running({}), from: "2026-01-05", to: "2027-01-04" };
  const noted = { on: today, line: "讲座", by: actor };
  test.each([
    ["leaves a post the day before", {}, "2026-03-01"],
    ["leaves one on the day of what was done today", { activities: [noted] }, today],
    ["never begins one that is to come", { from: "2026-03-03" }, "2026-03-02"],
    ["has one that begins today never begun", { from: today }, "2026-03-01"],
    ["changes none that is over", { to: "2026-03-01" }, undefined],
    ["changes none that ends by then anyway", { to: today, activities: [noted] }, undefined],
  ])("%s", (_, change, on) => {
    const ended = endOfMoved({ ...post, ...change }, "二所", { actor, today });
    expect(ended?.after.ended?.on).toBe(on);
    expect(ended?.event.change).toEqual(on && { on, reason: "二所", because: "moved" });
  });
});
