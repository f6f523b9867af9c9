import { describe, expect, test } from "vitest";
import { countOf } from "../src/count.ts";
import { readHalfDay } from "../src/halfDaySentence.ts";
import { absencesOf, calendar, literal, secondment } from "./support/world.ts";

const scheme = { ...literal, groupHalfDays: "off" as const };
type Sex = "female" | "male";

function counted(sex: Sex, birthMonth: string, date: string, half?: "am" | "pm"): number {
  const { officer } = secondment();
  const from = `${date.slice(0, 4)}-01-01`;
  const term = { from, to: `${date.slice(0, 4)}-12-31` };
  const part = half === "am" ? { toHalf: "am" as const } : half === "pm" ? { fromHalf: "pm" as const } : {};
  const absences = absencesOf([{ class: "personal", from: date, to: date }]).map((each) => ({
    ...each,
    ...part,
  }));
  const record = { ...secondment({ term, absences }), officer: { ...officer, sex, birthMonth } };
  return countOf(record, scheme, calendar, date).countedDays;
}

describe("where a scheme takes them off, half days of groups do not count for the officers of the group", () => {
  test.each([
    ["a woman, all of 8 March", "female", "1980-01", "2024-03-08", undefined, 0.5],
    ["a woman, the afternoon", "female", "1980-01", "2024-03-08", "pm", 0],
    ["a woman, the morning", "female", "1980-01", "2024-03-08", "am", 0.5],
    ["a man, all of 8 March", "male", "1980-01", "2024-03-08", undefined, 1],
    ["a woman, a Sunday: nothing made up on Monday", "female", "1980-01", "2026-03-09", undefined, 1],
    ["29 in June: 28 on 4 May", "male", "1994-06", "2023-05-04", undefined, 0.5],
    ["29 in the month itself", "male", "1994-05", "2023-05-04", undefined, 0.5],
    ["29 since April", "male", "1994-04", "2023-05-04", undefined, 1],
  ] as const)("%s", (_, sex, birthMonth, date, half, days) => {
    const isOff = calendar.days.get(date)?.working === false;
    expect(isOff).toBe(false);
    expect(counted(sex, birthMonth, date, half)).toBe(days);
  });
});

test.each([
  ["(一)妇女节(3月8日),妇女放假半天", { date: "2027-03-08", half: "pm", group: "women" }],
  [
    "(二)青年节(5月4日),14周岁以上的青年放假半天",
    { date: "2027-05-04", half: "pm", group: "young", fromAge: 14, toAge: 28 },
  ],
  ["3月8日上午妇女放假半天", { date: "2027-03-08", half: "am", group: "women" }],
])("the regulation's wording is read: %s", (sentence, value) => {
  expect(readHalfDay(sentence, 2027)).toEqual({ ok: true, value });
});

test("a date that is none, or other words, are refused", () => {
  expect(readHalfDay("3月32日,妇女放假半天", 2027).ok).toBe(false);
  expect(readHalfDay("3月8日,妇女放假半天,3月9日上班", 2027).ok).toBe(false);
});
