import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addDays, dateOf, datesBetween, dayNumber, lastDayOfTerm, naturalDays } from "../src/calendarDate.ts";
import data from "./cases/term.json" with { type: "json" };

const cases = z
  .array(z.strictObject({ name: z.string(), from: z.iso.date(), months: z.int(), to: z.iso.date() }))
  .parse(data);

describe("the last day of a term is its start plus its months minus one day", () => {
  test.each(cases)("$name", ({ from, months, to }) => {
    expect(lastDayOfTerm(from, months)).toBe(to);
  });
});

const anyStart = fc.integer({ min: dayNumber("2014-01-01"), max: dayNumber("2030-12-31") }).map(dateOf);

/** The same day a year later, read off the written date; 28 February where 29 February does not exist. */
function anniversary(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith("02-29") ? next.replace("02-29", "02-28") : next;
}

test("a year that starts on any day of 2014–2030 ends the day before its anniversary", () => {
  for (let day = dayNumber("2014-01-01"); day <= dayNumber("2030-12-31"); day += 1) {
    const from = dateOf(day);
    expect(addDays(lastDayOfTerm(from, 12), 1)).toBe(anniversary(from));
  }
});

test("a year has 365 days, or 366 with a leap day inside", () => {
  fc.assert(
    fc.property(anyStart, (from) => {
      const to = lastDayOfTerm(from, 12);
      const leapDays = [2016, 2020, 2024, 2028].filter(
        (year) => from <= `${year}-02-29` && `${year}-02-29` <= to,
      );
      expect(naturalDays(from, to)).toBe(365 + leapDays.length - (from.endsWith("02-29") ? 1 : 0));
    }),
  );
});

test("the next term starts where this one ends: neither a gap nor a day twice", () => {
  fc.assert(
    fc.property(anyStart, (from) => {
      const next = addDays(lastDayOfTerm(from, 12), 1);
      expect(dayNumber(next) - dayNumber(from)).toBe(naturalDays(from, lastDayOfTerm(from, 12)));
    }),
  );
});

test("a date that does not exist is no start", () => {
  expect(() => lastDayOfTerm("2026-02-31", 12)).toThrow(RangeError);
});

test("every start of 2014–2030 and 1 to 24 months agree with Temporal", () => {
  for (const from of datesBetween("2014-01-01", "2030-12-31"))
    for (const months of [1, 6, 11, 12, 24]) {
      const last = Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 });
      expect(lastDayOfTerm(from, months)).toBe(last.toString());
    }
});
