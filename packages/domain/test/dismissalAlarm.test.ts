import { describe, expect, test } from "vitest";
import * as z from "zod";
import { dismissalAlarm } from "../src/absence/dismissalAlarm.ts";
import { countOf } from "../src/count/count.ts";
import data from "./cases/dismissalAlarm.json" with { type: "json" };
import { absenceCaseSchema, absencesOf, calendar, literal, schemes, secondment } from "./support/world.ts";

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      absences: z.array(absenceCaseSchema),
      alarm: z
        .strictObject({ on: z.iso.date(), consecutiveDays: z.int(), calendarYearDays: z.int() })
        .optional(),
    }),
  )
  .parse(data);

describe("unexplained for more than 15 consecutive natural days, or 30 in a calendar year, raises an alarm of its own", () => {
  test.each(cases)("$name", ({ absences, alarm }) => {
    for (const scheme of Object.values(schemes))
      expect(dismissalAlarm({ absences: absencesOf(absences) }, scheme)).toEqual(alarm);
  });

  test("it is apart from the limit: 16 consecutive natural days are 12 of the 15 working days", () => {
    const absences = absencesOf([{ class: "unexplained", from: "2026-03-02", to: "2026-03-17" }]);
    expect(countOf(secondment({ absences }), literal, calendar, "2026-03-20")).toMatchObject({
      countedDays: 12,
      verdict: "within",
    });
    expect(dismissalAlarm({ absences }, literal)).toBeDefined();
  });
});
