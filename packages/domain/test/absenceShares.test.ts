import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { absenceShares } from "../src/absence/absenceShares.ts";
import { countOf } from "../src/count/count.ts";
import data from "./cases/absenceShares.json" with { type: "json" };
import { anyCase } from "./support/arbitraries.ts";
import { absenceCaseSchema, absencesOf, calendar, literal, secondment, termFrom } from "./support/world.ts";

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      absences: z.array(absenceCaseSchema),
      shares: z.array(z.tuple([z.number(), z.number(), z.record(z.string(), z.number())])),
      total: z.number(),
    }),
  )
  .parse(data);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe("each absence's part in the count", () => {
  test.each(cases)("$name", ({ absences, shares, total }) => {
    const subject = secondment({ term: termFrom("2025-08-26"), absences: absencesOf(absences) });
    const found = absenceShares(subject, { scheme: literal, calendar });
    const told = found.map(({ workingDays, countedDays, uncounted }) => [
      workingDays,
      countedDays,
      Object.fromEntries(uncounted.map(({ rule, days }) => [rule, days])),
    ]);
    expect(told).toEqual(shares);
    expect(sum(found.map((each) => each.countedDays))).toBe(total);
  });

  test("whatever the absences, the parts add up to the count and to what is pending", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar: anyCalendar, today }) => {
        const shares = absenceShares(subject, { scheme, calendar: anyCalendar });
        const count = countOf(subject, scheme, anyCalendar, today);
        expect(shares.map(({ id }) => id)).toEqual(subject.absences.map(({ id }) => id));
        expect(sum(shares.map((each) => each.countedDays))).toBe(count.countedDays);
        const pending = shares.flatMap((each) => each.uncounted.filter(({ rule }) => rule === "pending"));
        expect(sum(pending.map(({ days }) => days))).toBe(count.pendingDays);
        for (const { workingDays, countedDays, uncounted } of shares)
          expect(countedDays + sum(uncounted.map(({ days }) => days))).toBe(workingDays);
      }),
    );
  });
});
