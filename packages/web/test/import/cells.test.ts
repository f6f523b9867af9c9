import { describe, expect, it } from "vitest";
import {
  type RawCell,
  type Reading,
  readCode,
  readDate,
  readMonth,
  readText,
} from "../../src/import/cells.ts";

const show = (reading: Reading) => ("code" in reading ? reading.code : reading.value);

const march = new Date("2026-03-02T00:00:00Z");
const shownAs = (shown: string) => ({ problem: "shown-otherwise" as const, params: { shown } });

describe("a service number or code", () => {
  it.each<[why: string, cell: RawCell, expected: string]>([
    ["text keeps its zeros", "0012345", "0012345"],
    ["blank", null, ""],
    ["only spaces, an ideographic one too", " \u3000 ", ""],
    ["a whole number gives its digits", 1234567, "1234567"],
    ["a number written 1.23E+5 is 123000 exactly", 1.23e5, "123000"],
    ["the largest number that Excel keeps whole", 999_999_999_999_999, "999999999999999"],
    ["one digit more: Excel has zeroed the last", 1e15, "number-lost-digits"],
    ["a fraction", 12345.5, "number-lost-digits"],
    ["negative", -5, "number-lost-digits"],
    ["the text that Excel leaves in a CSV", "1.23E+05", "number-lost-digits"],
    ["a date that was 3-2", new Date("2026-03-02T00:00:00Z"), "number-lost-digits"],
    ["letters and E are no exponent", "1E5", "1E5"],
    ["full-width digits, letters and hyphen", "Ａ－００１２", "A-0012"],
    ["invisible characters around", "\u200b012345\ufeff", "012345"],
    ["true", true, "not-text"],
    ["a formula", { problem: "formula-not-allowed" }, "formula-not-allowed"],
    ["an error value", "#N/A", "cell-error"],
  ])("%s", (_why, cell, expected) => expect(show(readCode(cell))).toBe(expected));
});

describe("a text", () => {
  it.each<[why: string, cell: RawCell, expected: string]>([
    ["Chinese brackets stay", "市公安局（机关）", "市公安局（机关）"],
    ["spaces collapse, line breaks too", " 甲\n 分　局 ", "甲 分 局"],
    ["HTML is text", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["a date is no text", new Date(0), "not-text"],
    ["direction marks go", "甲\u202e乙", "甲乙"],
  ])("%s", (_why, cell, expected) => expect(show(readText(cell))).toBe(expected));
});

describe("a date", () => {
  it.each<[why: string, cell: RawCell, expected: string]>([
    ["ISO", "2026-03-02", "2026-03-02"],
    ["slashes", "2026/3/2", "2026-03-02"],
    ["Chinese", "2026年3月2日", "2026-03-02"],
    ["dots", "2026.3.2", "2026-03-02"],
    ["eight digits as text", "20260302", "2026-03-02"],
    ["eight digits as a number", 20260302, "2026-03-02"],
    ["full-width", "２０２６－０３－０２", "2026-03-02"],
    ["midnight", "2026-03-02 00:00:00", "2026-03-02"],
    ["a date cell", new Date("2026-03-02T00:00:00Z"), "2026-03-02"],
    ["a date cell with a time of day, as the same text", new Date("2026-03-02T23:59:59Z"), "not-a-date"],
    [
      "a midnight that a program in Shanghai wrote in its own time",
      new Date("2026-03-01T16:00:00Z"),
      "not-a-date",
    ],
    ["a serial with a time of day", 46083.5, "not-a-date"],
    ["a day shown without its year", { ...shownAs("3月2日"), date: march }, "shown-otherwise"],
    ["a day shown as a month", { ...shownAs("2026-03"), date: march, showsMonth: true }, "shown-otherwise"],
    ["a serial without a date format", 46083, "2026-03-02"],
    ["29 February of a leap year", "2028-02-29", "2028-02-29"],
    ["29 February of another year", "2026-02-29", "not-a-date"],
    ["31 February", "2026-02-31", "not-a-date"],
    ["31 February in Chinese", "2026年2月31日", "not-a-date"],
    ["month 13", "2026-13-01", "not-a-date"],
    ["day first: not clear which is the month", "3/2/2026", "not-a-date"],
    ["an hour: whose day?", "2026-03-02 16:00", "not-a-date"],
    ["words", "明年", "not-a-date"],
    ["a negative number", -1, "not-a-date"],
    ["far away", new Date(8e15), "not-a-date"],
    ["blank", "", ""],
  ])("%s", (_why, cell, expected) => expect(show(readDate(cell, "1900"))).toBe(expected));

  it("counts serials from 1904 where the workbook does", () => {
    expect(show(readDate(44621, "1904"))).toBe("2026-03-02");
    expect(show(readDate(44621, "1900"))).toBe("2022-03-01");
  });
});

describe("a birth month", () => {
  it.each<[why: string, cell: RawCell, expected: string]>([
    ["ISO", "1995-06", "1995-06"],
    ["slash", "1995/6", "1995-06"],
    ["Chinese", "1995年6月", "1995-06"],
    ["six digits as text", "199506", "1995-06"],
    ["six digits as a number", 199506, "1995-06"],
    ["a full date", "1995-06-17", "1995-06"],
    ["a full date in Chinese", "1995年6月17日", "1995-06"],
    ["eight digits", 19950617, "1995-06"],
    ["a date cell", new Date("1995-06-01T00:00:00Z"), "1995-06"],
    ["a serial", 34851, "1995-06"],
    ["a day shown as a month", { ...shownAs("2026-03"), date: march, showsMonth: true }, "2026-03"],
    [
      "a day shown without its year",
      { ...shownAs("3月2日"), date: march, showsMonth: false },
      "shown-otherwise",
    ],
    ["a time of day", new Date("1990-05-31T15:00:00Z"), "not-a-month"],
    ["two decimals", 1995.06, "1995-06"],
    ["two decimals as text", "1995.11", "1995-11"],
    ["1995.1 may have been 1995.10", 1995.1, "number-lost-digits"],
    ["the same as text", "1995.1", "number-lost-digits"],
    ["month 0", "1995-00", "not-a-month"],
    ["month 13", "1995-13", "not-a-month"],
    ["a year alone", "1995", "not-a-month"],
    ["31 February", "1995-02-31", "not-a-month"],
    ["a formula", { problem: "formula-not-allowed" }, "formula-not-allowed"],
  ])("%s", (_why, cell, expected) => expect(show(readMonth(cell, "1900"))).toBe(expected));
});
