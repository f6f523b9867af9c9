import { describe, expect, test } from "vitest";
import * as z from "zod";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import { checkNotice, noticeDifferences, noticeInputSchema } from "../src/notice.ts";
import { noticeDaySchema, workCalendar } from "../src/workCalendar.ts";
import data from "./cases/notice.json" with { type: "json" };
import { answerOf, calendar } from "./support/world.ts";

const { checks, differences } = z
  .strictObject({
    checks: z.array(
      z.strictObject({
        name: z.string(),
        year: z.int(),
        dates: z.array(z.iso.date()),
        answer: z.string(),
        field: z.string().optional(),
      }),
    ),
    differences: z.array(
      z.strictObject({
        name: z.string(),
        days: z.array(noticeDaySchema),
        differences: z.array(z.tuple([z.iso.date(), z.boolean(), z.boolean()])),
      }),
    ),
  })
  .parse(data);

describe("a notice sets each day once, inside its own year", () => {
  test.each(checks)("$name", ({ year, dates, answer, field }) => {
    const outcome = checkNotice({
      year,
      days: dates.map((date) => ({ date, working: false, name: "元旦" })),
    });
    expect(answerOf(outcome)).toBe(answer);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(field);
  });
});

describe("the dry run lists the days that would turn", () => {
  test.each(differences)("$name", ({ days, differences: expected }) => {
    const listed = noticeDifferences(calendar, { id: "new", year: 2027, days });
    expect(listed.map((each) => [each.date, each.wasWorking, each.working])).toEqual(expected);
  });

  test("a corrected notice lists what it takes back as well as what it adds, with the name of either", () => {
    const shipped = shippedNotices().find(({ year }) => year === 2026);
    const days = (shipped?.days ?? []).filter(({ date }) => date !== "2026-02-23" && date !== "2026-02-28");
    const listed = noticeDifferences(calendar, { id: "corrected", year: 2026, days });
    expect(listed).toEqual([
      { date: "2026-02-23", wasWorking: false, working: true, name: "春节" },
      { date: "2026-02-28", wasWorking: true, working: false, name: "春节" },
    ]);
  });

  test("once it is in force, the same notice differs in nothing", () => {
    const days = [
      { date: "2027-02-08", working: false, name: "春节" },
      { date: "2027-02-13", working: true, name: "春节" },
    ];
    const after = workCalendar(2, [...shippedNotices(), { id: "new", year: 2027, days }]);
    expect(noticeDifferences(after, { id: "new", year: 2027, days })).toEqual([]);
  });
});

test.each([
  { name: "no day at all", body: { year: 2027, days: [] } },
  {
    name: "a day that does not exist",
    body: { year: 2027, days: [{ date: "2027-02-29", working: false, name: "x" }] },
  },
  {
    name: "a year before the first source",
    body: { year: 2013, days: [{ date: "2013-01-01", working: false, name: "x" }] },
  },
  {
    name: "a day without a name",
    body: { year: 2027, days: [{ date: "2027-01-01", working: false, name: "" }] },
  },
])("a notice with $name does not parse", ({ body }) => {
  expect(noticeInputSchema.safeParse(body).success).toBe(false);
});
