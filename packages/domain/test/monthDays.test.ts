import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { monthDays } from "../src/assessment/daysOfMonth.ts";
import { addMonths } from "../src/calendarDate.ts";
import { countOf } from "../src/count/count.ts";
import type { DayRange } from "../src/count/monthDays.ts";
import { lastDayServed } from "../src/secondment.ts";
import data from "./cases/monthDays.json" with { type: "json" };
import { anyCase } from "./support/arbitraries.ts";
import { absenceCaseSchema, absencesOf, calendar, literal, secondment, termFrom } from "./support/world.ts";

const days = z.tuple([z.number(), z.string()]);
const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      absences: z.array(absenceCaseSchema),
      counted: days,
      pending: days,
      other: z.number(),
      undecided: z.number(),
    }),
  )
  .parse(data);
const told = (ranges: readonly DayRange[]) =>
  ranges.map(({ from, to, fromHalf = "", toHalf = "" }) => `${from}${fromHalf}/${to}${toHalf}`).join(" ");

describe("the days of a month for whoever confirms it", () => {
  test.each(cases)("$name", ({ absences, counted, pending, other, undecided }) => {
    const subject = secondment({ term: termFrom("2025-08-26"), absences: absencesOf(absences) });
    const found = monthDays(subject, "2026-03", { scheme: literal, calendar });
    expect([found.countedDays, told(found.counted)]).toEqual(counted);
    expect([found.pendingDays, told(found.pending)]).toEqual(pending);
    expect([found.otherDays, found.undecided]).toEqual([other, undecided]);
  });

  test("whatever the absences, the months of a term add up to its count and to what is pending", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar: anyCalendar, today }) => {
        const first = `${subject.term.from.slice(0, 7)}-01`;
        // Terms are of a year and a bit at most.
        const found = Array.from({ length: 40 }, (_, at) => addMonths(first, at).slice(0, 7))
          .filter((month) => `${month}-01` <= lastDayServed(subject))
          .map((month) => monthDays(subject, month, { scheme, calendar: anyCalendar }));
        const count = countOf(subject, scheme, anyCalendar, today);
        expect(found.reduce((sum, { countedDays }) => sum + countedDays, 0)).toBe(count.countedDays);
        expect(found.reduce((sum, { pendingDays }) => sum + pendingDays, 0)).toBe(count.pendingDays);
        for (const { counted, countedDays, pending, pendingDays } of found)
          expect([counted.length > 0, pending.length > 0]).toEqual([countedDays > 0, pendingDays > 0]);
      }),
    );
  });
});
