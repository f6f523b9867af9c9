import { LegalHoliday } from "tyme4ts";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { datesBetween, shanghaiDate, weekday } from "../src/calendarDate.ts";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import {
  addWorkingDays,
  calendarDay,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  noticeYearOf,
  workCalendar,
  workingDays,
} from "../src/workCalendar.ts";
import data from "./cases/calendar.json" with { type: "json" };
import { calendar, withoutNotices } from "./support/world.ts";

const { ranges, days, nextWorkingDays, addedWorkingDays } = z
  .strictObject({
    ranges: z.array(
      z.strictObject({
        name: z.string(),
        from: z.iso.date(),
        to: z.iso.date(),
        naturalDays: z.int(),
        weekdays: z.int(),
        workingDays: z.int(),
        provisional: z.boolean(),
      }),
    ),
    days: z.array(
      z.strictObject({
        name: z.string(),
        date: z.iso.date(),
        noticeYear: z.int(),
        working: z.boolean(),
        reason: z.string(),
        notice: z.string().optional(),
      }),
    ),
    nextWorkingDays: z.array(z.strictObject({ name: z.string(), date: z.iso.date(), next: z.iso.date() })),
    addedWorkingDays: z.array(
      z.strictObject({ name: z.string(), date: z.iso.date(), count: z.int(), result: z.iso.date() }),
    ),
  })
  .parse(data);

describe("natural, Monday–Friday and official working days of a range", () => {
  test.each(ranges)("$name", (each) => {
    const { name: _, from, to, provisional, ...expected } = each;
    const { days: listed, ...counted } = workingDays(calendar, from, to);
    expect(counted).toEqual({ ...expected, provisional });
    expect(listed).toHaveLength(expected.naturalDays);
    if (from <= to) expect(isProvisional(calendar, from, to)).toBe(provisional);
  });
});

describe("one day, its reason and the notice that says so", () => {
  test.each(days)("$name", ({ date, noticeYear, notice, working, reason }) => {
    expect(noticeYearOf(date)).toBe(noticeYear);
    const day = calendarDay(calendar, date);
    expect(day).toMatchObject({ date, working, reason, provisional: notice === undefined });
    expect(day.notice).toBe(notice);
    expect(isWorkingDay(calendar, date)).toBe(working);
  });

  test("days off by regulation hold since 2025, until the year's own notice decides alone", () => {
    expect(isWorkingDay(withoutNotices, "2024-05-01")).toBe(true);
    expect(isWorkingDay(withoutNotices, "2025-05-01")).toBe(false);
    expect(calendarDay(withoutNotices, "2025-05-01")).toMatchObject({
      nameEn: "Labour Day",
      provisional: true,
    });
    const published = workCalendar(1, [{ id: "n", year: 2027, days: [] }]);
    expect(calendarDay(published, "2027-01-01")).toMatchObject({ working: true, provisional: false });
  });

  test("a day that a notice sets carries the holiday's name in both languages", () => {
    expect(calendarDay(calendar, "2026-02-17")).toMatchObject({ name: "春节", nameEn: "Spring Festival" });
  });
});

describe("the next working day", () => {
  test.each(nextWorkingDays)("$name", ({ date, next }) => {
    expect(nextWorkingDay(calendar, date)).toBe(next);
  });
});

describe("the n-th working day after a date", () => {
  test.each(addedWorkingDays)("$name", ({ date, count, result }) => {
    expect(addWorkingDays(calendar, date, count)).toBe(result);
  });
});

test("every day from 2014-01-01 to 2026-12-24 agrees with a second, independent source", () => {
  const dates = datesBetween("2014-01-01", "2026-12-24");
  const differing = dates.filter((date) => isWorkingDay(calendar, date) !== isWorkInSecondSource(date));
  expect(differing).toEqual([]);
  expect(dates).toHaveLength(4741);
  expect(isProvisional(calendar, "2014-01-01", "2026-12-24")).toBe(false);
});

function isWorkInSecondSource(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const set = LegalHoliday.fromYmd(year, month, day);
  if (set) return set.isWork();
  const dayOfWeek = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return dayOfWeek !== 0 && dayOfWeek !== 6;
}

test("the shipped notices are one a year from 2014 to 2026, each day inside its own notice year", () => {
  const notices = shippedNotices();
  expect(notices.map(({ year }) => year)).toEqual(Array.from({ length: 13 }, (_, index) => 2014 + index));
  for (const { year, days: set } of notices)
    expect(set.filter(({ date }) => noticeYearOf(date) !== year)).toEqual([]);
});

test("weekdays are numbered Monday 1 to Sunday 7, before 1970 too", () => {
  expect(datesBetween("2026-03-02", "2026-03-08").map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(datesBetween("1969-12-29", "1970-01-04").map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each([
  ["2026-03-01T15:59:59.999Z", "2026-03-01"],
  ["2026-03-01T16:00:00.000Z", "2026-03-02"],
  ["2025-12-31T16:00:00.000Z", "2026-01-01"],
])("at %s it is %s in Shanghai", (instant, date) => {
  expect(shanghaiDate(new Date(instant))).toBe(date);
});

describe("a year without a notice is provisional", () => {
  test("every day of a calendar without notices is, and counts Monday to Friday", () => {
    const range = workingDays(withoutNotices, "2026-02-14", "2026-03-08");
    expect(range).toMatchObject({ weekdays: 15, workingDays: 15, provisional: true });
  });

  test("a term that ends on 24 December 2026 is not, one day longer it is", () => {
    expect(isProvisional(calendar, "2025-12-25", "2026-12-24")).toBe(false);
    expect(isProvisional(calendar, "2025-12-26", "2026-12-25")).toBe(true);
  });

  test("a hole between two published years is seen", () => {
    const holed = workCalendar(
      1,
      shippedNotices().filter(({ year }) => year !== 2025),
    );
    expect(isProvisional(holed, "2024-06-01", "2026-06-01")).toBe(true);
    expect(isProvisional(calendar, "2024-06-01", "2026-06-01")).toBe(false);
  });
});

describe("a later notice supersedes", () => {
  const first = { id: "first", year: 2027, days: [{ date: "2027-01-01", working: false, name: "元旦" }] };
  const second = {
    id: "second",
    year: 2027,
    days: [
      { date: "2027-01-04", working: false, name: "元旦" },
      { date: "2026-12-26", working: true, name: "元旦" },
      { date: "2027-12-25", working: false, name: "not of this year" },
    ],
  };
  const both = workCalendar(3, [first, second]);

  test("the whole year follows it: a holiday of the earlier one is a weekday again", () => {
    expect(calendarDay(both, "2027-01-01")).toMatchObject({
      working: true,
      reason: "weekday",
      notice: "second",
    });
    expect(calendarDay(both, "2027-01-04")).toMatchObject({ working: false, reason: "holiday" });
  });

  test("its days from 25 December before count", () => {
    expect(calendarDay(both, "2026-12-26")).toMatchObject({
      working: true,
      reason: "make-up",
      notice: "second",
    });
  });

  test("its days outside the notice year are left alone", () => {
    expect(calendarDay(both, "2027-12-25")).toMatchObject({ reason: "weekend", provisional: true });
  });

  test("the order of the list decides, not the contents", () => {
    expect(isWorkingDay(workCalendar(3, [second, first]), "2027-01-01")).toBe(false);
  });
});
