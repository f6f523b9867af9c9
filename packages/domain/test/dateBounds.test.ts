import { expect, test } from "vitest";
import * as z from "zod";
import {
  refusedBirth,
  refusedCohortStart,
  refusedDocumentDate,
  refusedNoticeYear,
  refusedStart,
} from "../src/dateBounds.ts";
import cases from "./cases/dateBounds.json" with { type: "json" };
import { literal } from "./support/world.ts";

const today = "2026-03-02";
const given = z.string().optional();
const table = z
  .array(
    z.strictObject({
      name: z.string(),
      birth: given,
      start: given,
      cohort: given,
      document: given,
      notice: z.int().optional(),
      answer: z.string(),
    }),
  )
  .parse(cases);

test.each(table)("$name", ({ birth, start, cohort, document, notice, answer }) => {
  const refused = [
    birth && refusedBirth(birth, today),
    start && refusedStart(start, { startsOn: today }, literal),
    cohort && refusedCohortStart(cohort, today),
    document && refusedDocumentDate(document, today, "evidence.date"),
    notice && refusedNoticeYear(notice, today),
  ].find((each) => typeof each === "object");
  expect(refused ? refused.refusals[0]?.code : "accepted").toBe(answer);
});
