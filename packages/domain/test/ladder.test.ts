import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ladderDays, rungOf } from "../src/ladder.ts";
import { rungs } from "../src/scheme.ts";
import data from "./cases/ladder.json" with { type: "json" };
import { absenceCaseSchema, absenceOf, absencesOf, calendar, factsOf, literal } from "./support/world.ts";

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      request: absenceCaseSchema,
      others: z.array(absenceCaseSchema),
      days: z.number(),
      rung: z.enum(rungs),
    }),
  )
  .parse(data);

describe("the rung that decides a request: up to 3 working days the station, up to 7 the branch, else the bureau", () => {
  test.each(cases)("$name", ({ request, others, days, rung }) => {
    expect(ladderDays(factsOf(request), absencesOf(others), { scheme: literal, calendar })).toBe(days);
    expect(rungOf(factsOf(request), absencesOf(others), { scheme: literal, calendar })).toBe(rung);
  });

  test("a request on the record is not counted beside itself", () => {
    const request = absenceOf(1, {
      class: "personal",
      from: "2026-03-09",
      to: "2026-03-11",
      state: "requested",
    });
    expect(rungOf(request, [request], { scheme: literal, calendar })).toBe("station");
  });
});
