import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Apprentice, type Mentor, usualWeights } from "../src/matching/matching.ts";
import { costCodes, costParts, obstacleOf, pairCost } from "../src/matching/pairCost.ts";
import { proposePairs, unmatchedCodes } from "../src/matching/proposePairs.ts";
import cases from "./cases/matching.json" with { type: "json" };

const from = "2026-03-02";
const somebody: Apprentice = {
  id: "a1",
  unit: "s1",
  branch: "b1",
  focus: "casework",
  needs: [],
  isNewTrade: false,
};
const veteran: Mentor = {
  id: "m1",
  unit: "s1",
  branch: "b1",
  focuses: ["casework"],
  strengths: [],
  load: 0,
  cap: 2,
  results: { passed: 0, failed: 0 },
};
const caseSchema = z.strictObject({
  name: z.string(),
  apprentice: z.record(z.string(), z.unknown()),
  mentor: z.record(z.string(), z.unknown()),
  cost: z.partialRecord(z.enum(costCodes), z.int()).optional(),
  obstacle: z.string().optional(),
  unmatched: z.enum(unmatchedCodes).optional(),
});
const ask = (apprentices: readonly Apprentice[], mentors: readonly Mentor[]) =>
  proposePairs({ apprentices, mentors, from, weights: usualWeights });

describe("what speaks against one pair", () => {
  test.each(z.array(caseSchema).parse(cases))("$name", (given) => {
    const apprentice: Apprentice = { ...somebody, ...given.apprentice };
    const mentor: Mentor = { ...veteran, ...given.mentor };
    expect(obstacleOf(apprentice, mentor, from)).toBe(given.obstacle);
    const { proposals, unmatched } = ask([apprentice], [mentor]);
    expect(unmatched.map(({ code }) => code)).toEqual(given.unmatched ? [given.unmatched] : []);
    if (!given.cost) return;
    const parts = costParts(apprentice, mentor, usualWeights);
    const costs = Object.fromEntries(parts.map(({ code, cost }) => [code, cost]));
    expect(costs).toMatchObject(given.cost);
    const sum = parts.reduce((all, { cost }) => all + cost, 0);
    expect(pairCost(apprentice, mentor, usualWeights)).toBe(sum);
    expect(proposals).toEqual([
      { apprentice: apprentice.id, focus: "casework", mentor: mentor.id, cost: sum, reasons: parts },
    ]);
  });
});

describe("several people", () => {
  test("the best for all is not the nearest for each: one gives way where it costs least", () => {
    const mentors = [
      { ...veteran, id: "m1", load: 1 },
      { ...veteran, id: "m2", unit: "s2", load: 1 },
    ];
    const { proposals } = ask([somebody, { ...somebody, id: "a2", unit: "s9", branch: "b2" }], mentors);
    expect(proposals.map(({ apprentice, mentor }) => [apprentice, mentor])).toEqual([
      ["a1", "m1"],
      ["a2", "m2"],
    ]);
  });

  test("as many as can be are paired, however dear the last one is", () => {
    const far = { ...somebody, unit: "s9", branch: "b2" };
    const near = { ...somebody, id: "a2", focus: "technology" };
    const both = { ...veteran, focuses: ["casework", "technology"], load: 1 };
    const other = {
      ...veteran,
      id: "m2",
      focuses: ["technology"],
      load: 1,
      results: { passed: 0, failed: 9 },
    };
    const { proposals, unmatched } = ask([near, far], [both, other]);
    expect(proposals.map(({ apprentice, mentor }) => [apprentice, mentor])).toEqual([
      ["a1", "m1"],
      ["a2", "m2"],
    ]);
    expect(unmatched).toEqual([]);
  });

  test("places run out: who is left is told that others have them, and the next best of the others is said to be taken", () => {
    const people = ["a1", "a2", "a3"].map((id) => ({ ...somebody, id }));
    const mentors = [veteran, { ...veteran, id: "m2", load: 2 }];
    const { proposals, unmatched } = ask(people, mentors);
    expect(proposals.map(({ apprentice }) => apprentice)).toEqual(["a1", "a2"]);
    expect(unmatched).toEqual([{ apprentice: "a3", focus: "casework", code: "all-taken" }]);
    const [first] = ask([somebody], [veteran, { ...veteran, id: "m3", load: 1 }]).proposals;
    expect(first?.nextBest).toMatchObject({ mentor: "m3", cost: 8, isTaken: false });
    const two = ask(people.slice(0, 2), [
      { ...veteran, load: 1 },
      { ...veteran, id: "m3", load: 1 },
    ]).proposals;
    expect(two.map(({ nextBest }) => nextBest?.isTaken)).toEqual([true, true]);
  });

  test("some at the cap, some resting", () => {
    const mentors = [
      { ...veteran, load: 2 },
      { ...veteran, id: "m2", restsUntil: from },
    ];
    expect(ask([somebody], mentors).unmatched).toMatchObject([{ code: "all-at-cap-or-resting" }]);
  });

  test("nobody asks, nobody offers", () => {
    expect(ask([], [veteran])).toEqual({ proposals: [], unmatched: [] });
    expect(ask([somebody], []).unmatched).toMatchObject([{ code: "no-mentor-of-focus" }]);
  });
});
