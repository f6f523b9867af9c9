import { describe, expect, test } from "vitest";
import * as z from "zod";
import { monthDays } from "../src/assessment/daysOfMonth.ts";
import { countOf } from "../src/count/count.ts";
import { type GroupHalfDay, groupHalfDaysSchema } from "../src/count/groupHalfDay.ts";
import { readHalfDay, readHalfDayLines, withHalfDaysOfText } from "../src/notice/halfDaySentence.ts";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import { checkNotice } from "../src/notice.ts";
import { factChangeSchema } from "../src/officerCorrection.ts";
import { workCalendar } from "../src/workCalendar.ts";
import cases from "./cases/groupHalfDay.json" with { type: "json" };
import { absencesOf, literal, secondment } from "./support/world.ts";

const caseSchema = z.strictObject({
  name: z.string(),
  sex: z.enum(["female", "male"]),
  born: z.string(),
  date: z.string(),
  half: z.enum(["am", "pm"]).optional(),
  groupHalfDays: z.enum(["off", "working", "unstated"]).default("off"),
  /** What the year's notice says of half days; else it says nothing. */
  halfDays: groupHalfDaysSchema.optional(),
  corrected: z.array(factChangeSchema).optional(),
  counted: z.number(),
});
type Case = z.infer<typeof caseSchema>;

function counted({ sex, born, date, half, groupHalfDays, halfDays, corrected }: Case): number {
  const year = Number(date.slice(0, 4));
  const notices = shippedNotices().map((each) =>
    halfDays && each.year === year ? { ...each, halfDays } : each,
  );
  const { groupHalfDays: _, schemaVersion: __, ...unstated } = literal;
  const scheme = groupHalfDays === "unstated" ? unstated : { ...literal, groupHalfDays };
  const part = half === "am" ? { toHalf: "am" as const } : half === "pm" ? { fromHalf: "pm" as const } : {};
  const absences = absencesOf([{ class: "personal", from: date, to: date }]).map((each) => ({
    ...each,
    ...part,
  }));
  const plain = secondment({ term: { from: `${year}-01-01`, to: `${year}-12-31` }, absences });
  const evidence = { number: "1", title: "证明", date: "2020-01-01" };
  const shown = corrected && { corrected: [{ id: "k1", changes: corrected, evidence, on: date }] };
  const record = { ...plain, ...shown, officer: { ...plain.officer, sex, birthMonth: born } };
  const calendar = workCalendar(1, notices);
  const days = countOf(record, scheme, calendar, date).countedDays;
  // What a station confirms of the month is the same.
  expect(monthDays(record, date.slice(0, 7), { scheme, calendar }).countedDays).toBe(days);
  return days;
}

describe("where a scheme takes them off, half days of groups do not count for the officers of the group", () => {
  test.each(z.array(caseSchema).parse(cases))("$name", (each) => {
    expect(counted(each)).toBe(each.counted);
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

describe("the box of half days on the notice's form", () => {
  const women = { date: "2027-03-08", half: "pm", group: "women" } as const;
  const young = { date: "2027-05-04", half: "am", group: "young", fromAge: 14, toAge: 28 } as const;

  test.each([
    ["03-08 下午 妇女", [women]],
    ["2027-3-8 pm women", [women]],
    ["０３－０８　下午　妇女\n\n5-4 上午 青年", [women, young]],
    ["05-04 am young 14-28", [young]],
    ["05-04 上午 青年 14至35", [{ ...young, toAge: 35 }]],
    ["无", []],
    ["none", []],
  ])("reads %j", (text, value) => {
    expect(readHalfDayLines(text, 2027)).toEqual({ ok: true, value });
  });

  test.each([
    ["03-08 妇女", 1],
    ["03-08 下午 妇女\n02-30 下午 妇女", 2],
    ["03-08 下午 儿童", 1],
    ["03-08 下午 妇女 14-28", 1],
    ["无\n03-08 下午 妇女", 1],
  ])("refuses %j at its line", (text, line) => {
    expect(readHalfDayLines(text, 2027)).toMatchObject({
      refusals: [{ code: "half-day-line-unreadable", field: "halfDays", params: { line } }],
    });
  });

  test("may repeat what the text says and add another group; the same group said otherwise is refused", () => {
    expect(withHalfDaysOfText([women], [women])).toEqual({ ok: true, value: [women] });
    expect(withHalfDaysOfText([young], [women])).toEqual({ ok: true, value: [women, young] });
    expect(withHalfDaysOfText(undefined, [women])).toEqual({ ok: true, value: [women] });
    expect(withHalfDaysOfText(undefined, undefined)).toEqual({ ok: true, value: undefined });
    for (const other of [
      { ...women, half: "am" },
      { ...women, date: "2027-03-09" },
    ] as const)
      expect(withHalfDaysOfText([other], [women])).toMatchObject({
        refusals: [{ code: "half-day-told-twice", field: "halfDays", params: { date: other.date } }],
      });
    expect(withHalfDaysOfText([young], [{ ...young, toAge: 35 }])).toMatchObject({
      refusals: [{ code: "half-day-told-twice" }],
    });
  });

  test.each([
    [14, 14, undefined],
    [14, 13, "ages-not-rising"],
    [28, 14, "ages-not-rising"],
  ])("ages %i to %i: %s", (fromAge, toAge, code) => {
    expect(codeOf([{ ...young, fromAge, toAge }])).toBe(code);
  });

  test.each([
    ["2026-12-24", "not-in-notice-year"],
    ["2026-12-25", undefined],
    ["2027-12-24", undefined],
    ["2027-12-25", "not-in-notice-year"],
  ])("a half day on %s in the notice of 2027: %s", (date, code) => {
    expect(codeOf([{ ...women, date }])).toBe(code);
  });

  test("the same half for the same group twice is refused, another half is not", () => {
    expect(codeOf([women, women])).toBe("day-twice");
    expect(codeOf([women, { ...women, half: "am" }])).toBeUndefined();
  });
});

function codeOf(halfDays: GroupHalfDay[]): string | undefined {
  const days = [{ date: "2027-01-01", working: false, name: "元旦" }];
  const checked = checkNotice({ year: 2027, days, halfDays });
  return checked.ok ? undefined : checked.refusals[0]?.code;
}
