import { describe, expect, test } from "vitest";
import * as z from "zod";
import { datesBetween } from "../src/calendarDate.ts";
import { missingFestivals } from "../src/festival.ts";
import { readNoticeText } from "../src/notice/noticeText.ts";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import { isWorkingDay, workCalendar } from "../src/workCalendar.ts";
import data from "./cases/noticeText.json" with { type: "json" };

const { texts, refused } = z
  .strictObject({
    texts: z.array(z.strictObject({ year: z.int(), lines: z.array(z.string()), notes: z.array(z.string()) })),
    refused: z.array(z.strictObject({ name: z.string(), line: z.string(), code: z.string() })),
  })
  .parse(data);

/** A text in the office's wording; throws where it cannot be read. */
function read(lines: readonly string[], year: number) {
  const outcome = readNoticeText(lines.join("\n"), year);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

describe("the State Council's own wording says the same days as the second source", () => {
  test.each(texts)("$year", ({ year, lines, notes }) => {
    const text = read(lines, year);
    const shipped = shippedNotices().filter((notice) => notice.year === year);
    const ours = workCalendar(1, [{ id: "text", year, days: text.days }]);
    const theirs = workCalendar(1, shipped);
    const days = datesBetween(`${year - 1}-12-25`, `${year}-12-24`);
    expect(days.filter((date) => isWorkingDay(ours, date) !== isWorkingDay(theirs, date))).toEqual([]);
    expect(missingFestivals({ year, days: text.days })).toEqual([]);
    expect(text.notes.map(({ line, code }) => `${line} ${code}`)).toEqual(notes);
  });
});

describe("a line that names a date and is not read is refused with its number", () => {
  test.each(refused)("$name", ({ line, code }) => {
    const outcome = readNoticeText(`通知\n\n${line}`, 2026);
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code, field: "days", params: { line: 3 } }] });
  });
});

test("full-width figures, brackets and spaces read like plain ones", () => {
  const { days } = read(
    ["一、元旦：１月１日（周四）至 ３日（周六） 放假调休，共３天。１月４日（周日）上班。"],
    2026,
  );
  expect(days.map(({ date, working }) => `${date} ${working}`)).toEqual([
    "2026-01-01 false",
    "2026-01-02 false",
    "2026-01-03 false",
    "2026-01-04 true",
  ]);
});

test("a festival is missing without a day off of its own; a make-up day is none", () => {
  const { days } = read(texts.at(-1)?.lines ?? [], 2026);
  const without = (name: string) => days.filter((day) => day.name !== name || day.working);
  expect(missingFestivals({ year: 2026, days: without("春节") })).toEqual(["spring-festival"]);
  expect(missingFestivals({ year: 2026, days: without("元旦") })).toEqual(["new-year"]);
  const two = days.filter(({ name }) => name === "元旦" || name === "清明节");
  expect(missingFestivals({ year: 2026, days: two })).toEqual([
    "spring-festival",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
  ]);
});
