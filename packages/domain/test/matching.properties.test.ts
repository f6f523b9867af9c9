import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Apprentice,
  type MatchingQuestion,
  type Mentor,
  usualWeights,
} from "../src/matching/matching.ts";
import { obstacleOf, pairCost } from "../src/matching/pairCost.ts";
import { type Matching, proposePairs } from "../src/matching/proposePairs.ts";

const from = "2026-03-02";
const focus = fc.constantFrom("casework", "public-service", "technology");
const place = fc.constantFrom(
  { unit: "s1", branch: "b1" },
  { unit: "s2", branch: "b1" },
  { unit: "s3", branch: "b2" },
);
const skills = fc.subarray(["records", "interviews"]);
// Some are on both lists: nobody may become their own mentor.
const apprentice = fc
  .record({
    id: fc.constantFrom("p1", "p2", "p3", "p4", "p5"),
    place,
    focus,
    needs: skills,
    isNewTrade: fc.boolean(),
  })
  .map(({ place: at, ...rest }): Apprentice => ({ ...rest, ...at }));
const mentor = fc
  .record({
    id: fc.constantFrom("p1", "p2", "m1", "m2", "m3"),
    place,
    focuses: fc.uniqueArray(focus, { minLength: 1, maxLength: 2 }),
    strengths: skills,
    load: fc.integer({ min: 0, max: 3 }),
    cap: fc.integer({ min: 0, max: 2 }),
    restsUntil: fc.constantFrom(undefined, "2026-03-01", from),
    results: fc.record({ passed: fc.integer({ min: 0, max: 1 }), failed: fc.integer({ min: 0, max: 2 }) }),
  })
  .map(({ place: at, ...rest }): Mentor => ({ ...rest, ...at }));
const question = fc
  .record({
    apprentices: fc.uniqueArray(apprentice, {
      maxLength: 5,
      selector: ({ id, focus: of }) => `${id} ${of}`,
    }),
    mentors: fc.uniqueArray(mentor, { maxLength: 4, selector: ({ id }) => id }),
  })
  .map((people): MatchingQuestion => ({ ...people, from, weights: usualWeights }));

/** The most pairs and the least cost, by trying everything. */
function best({ apprentices, mentors, weights }: MatchingQuestion): { pairs: number; cost: number } {
  const left = new Map(mentors.map((each) => [each, each.cap - each.load]));
  const tryFrom = (index: number): { pairs: number; cost: number } => {
    const one = apprentices[index];
    if (!one) return { pairs: 0, cost: 0 };
    let found = tryFrom(index + 1);
    for (const each of mentors) {
      const places = left.get(each) ?? 0;
      if (places <= 0 || obstacleOf(one, each, from)) continue;
      left.set(each, places - 1);
      const rest = tryFrom(index + 1);
      left.set(each, places);
      const tried = { pairs: rest.pairs + 1, cost: rest.cost + pairCost(one, each, weights) };
      if (tried.pairs > found.pairs || (tried.pairs === found.pairs && tried.cost < found.cost))
        found = tried;
    }
    return found;
  };
  return tryFrom(0);
}

function people(
  asked: MatchingQuestion,
  { apprentice: id, focus: of, mentor: by }: Matching["proposals"][number],
) {
  const one = asked.apprentices.find((each) => each.id === id && each.focus === of);
  const other = asked.mentors.find((each) => each.id === by);
  if (!one || !other) throw new Error("a proposal names somebody who was not asked about");
  return { one, other };
}

describe("whoever is asked about", () => {
  test("no pair against an obstacle, no mentor beyond the cap, nobody twice, nobody lost", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { proposals, unmatched } = proposePairs(asked);
        const used = new Map<Mentor, number>();
        for (const proposal of proposals) {
          const { one, other } = people(asked, proposal);
          expect(obstacleOf(one, other, from)).toBeUndefined();
          used.set(other, (used.get(other) ?? 0) + 1);
        }
        for (const [each, count] of used) expect(count + each.load).toBeLessThanOrEqual(each.cap);
        const named = [...proposals, ...unmatched].map(({ apprentice: id, focus: of }) => `${id} ${of}`);
        const given = asked.apprentices.map(({ id, focus: of }) => `${id} ${of}`);
        expect(named.toSorted()).toEqual(given.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test("the most pairs that there can be, at the least cost of all ways", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { proposals } = proposePairs(asked);
        const cost = proposals.reduce((sum, each) => sum + each.cost, 0);
        expect({ pairs: proposals.length, cost }).toEqual(best(asked));
      }),
      { numRuns: 500 },
    );
  });

  test("the same answer in whatever order they are named", () => {
    const shuffled = question.chain((asked) =>
      fc.record({
        asked: fc.constant(asked),
        apprentices: fc.shuffledSubarray([...asked.apprentices], { minLength: asked.apprentices.length }),
        mentors: fc.shuffledSubarray([...asked.mentors], { minLength: asked.mentors.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ asked, apprentices, mentors }) => {
        expect(proposePairs({ ...asked, apprentices, mentors })).toEqual(proposePairs(asked));
      }),
      { numRuns: 300 },
    );
  });

  test("nobody is called unmatched as long as a mentor has a place for them", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { proposals, unmatched } = proposePairs(asked);
        for (const { apprentice: id, focus: of, code } of unmatched) {
          const one = asked.apprentices.find((each) => each.id === id && each.focus === of);
          const open = asked.mentors.filter((each) => one && !obstacleOf(one, each, from));
          expect(code === "all-taken").toBe(open.length > 0);
          for (const each of open) {
            const used = proposals.filter(({ mentor: by }) => by === each.id).length;
            expect(used + each.load).toBe(each.cap);
          }
        }
      }),
    );
  });
});
