import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparisonOf, districtDays, medianOf } from "../src/cohort/districtDays.ts";

describe("median", () => {
  test.each([
    [[], undefined],
    [[3], 3],
    [[3, 0.5], 1.75],
    [[15.5, 0, 2], 2],
    [[10, 9, 1, 2], 5.5],
  ])("of %j is %s", (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  test("has as many values above it as below it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (halves) => {
        const median = medianOf(halves) ?? Number.NaN;
        const above = halves.filter((each) => each > median).length;
        const below = halves.filter((each) => each < median).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(halves.length / 2);
      }),
    );
  });
});

describe("districts of two cohorts", () => {
  const term = (code: string, days: number) => ({ branch: [code, `分局${code}`] as const, days });

  test("stand beside each other in the order of their codes, also where one cohort has nobody", () => {
    const now = [term("B10", 4), term("B2", 1), term("B2", 2)];
    const last = [term("B2", 8), term("B9", 3)];
    expect(districtDays(now, last)).toEqual([
      { code: "B2", name: "分局B2", people: 2, medianDays: 1.5, lastPeople: 1, lastMedianDays: 8 },
      { code: "B9", name: "分局B9", people: 0, medianDays: undefined, lastPeople: 1, lastMedianDays: 3 },
      { code: "B10", name: "分局B10", people: 1, medianDays: 4, lastPeople: 0, lastMedianDays: undefined },
    ]);
    expect(comparisonOf(now, last)).toEqual({
      people: 3,
      medianDays: 2,
      lastPeople: 2,
      lastMedianDays: 5.5,
    });
  });
});
