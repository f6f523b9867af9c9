import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ladderDays, rungOf } from "../src/absence/ladder.ts";
import type { Absence } from "../src/absence.ts";
import { rungs } from "../src/scheme.ts";
import data from "./cases/ladder.json" with { type: "json" };
import {
  type AbsenceCase,
  absenceCaseSchema,
  absenceOf,
  absencesOf,
  calendar,
  factsOf,
  literal,
  secondment,
} from "./support/world.ts";

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

const applicant = (absences: Absence[]) => secondment({ absences });

describe("the rung that decides a request: up to 3 working days the station, up to 7 the branch, else the bureau", () => {
  test.each(cases)("$name", ({ request, others, days, rung }) => {
    expect(ladderDays(factsOf(request), applicant(absencesOf(others)), { scheme: literal, calendar })).toBe(
      days,
    );
    expect(rungOf(factsOf(request), applicant(absencesOf(others)), { scheme: literal, calendar })).toBe(rung);
  });

  test("a request on the record is not counted beside itself", () => {
    const request = absenceOf(1, {
      class: "personal",
      from: "2026-03-09",
      to: "2026-03-11",
      state: "requested",
    });
    expect(rungOf(request, applicant([request]), { scheme: literal, calendar })).toBe("station");
  });

  describe("a confirmed finding between two requests", () => {
    const request = factsOf({ class: "personal", from: "2026-03-13", to: "2026-03-17" });
    const before: AbsenceCase = { class: "personal", from: "2026-03-09", to: "2026-03-11" };
    const found: AbsenceCase = { class: "unexplained", from: "2026-03-12" };
    const days = (others: AbsenceCase[], setting?: "joins" | "breaks") => {
      const { findingBetweenRequests: _, schemaVersion: __, ...unstated } = literal;
      const scheme = setting ? { ...literal, findingBetweenRequests: setting } : unstated;
      return ladderDays(request, applicant(absencesOf(others)), { scheme, calendar });
    };

    test("joins them and adds no day of its own; so it does in a version that does not say", () => {
      expect(days([before, found], "joins")).toBe(6);
      expect(days([before, found])).toBe(6);
    });

    test("leaves them apart where the scheme says so", () => {
      expect(days([before, found], "breaks")).toBe(3);
    });

    test("joins only over the days that it covers, and only once it is confirmed", () => {
      expect(days([before, { ...found, to: "2026-03-12 am" }], "joins")).toBe(3);
      expect(days([before, { ...found, state: "recorded" }], "joins")).toBe(3);
      expect(days([before, { ...found, state: "dismissed" }], "joins")).toBe(3);
    });
  });
});
