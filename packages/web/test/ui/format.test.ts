import { describe, expect, it } from "vitest";
import {
  formatDays,
  formatHalfRange,
  formatInstant,
  formatNumber,
  formatRange,
  formatWeekday,
} from "../../src/ui/format.ts";
import { withLanguage } from "../../src/ui/header.tsx";
import { levelOf } from "../../src/ui/level.ts";
import { textFor } from "./texts.ts";

const zh = textFor("zh-CN");
const en = textFor("en");

describe("formats", () => {
  it("writes days with one decimal only when half", () => {
    expect([0, 0.5, 4.5, 15, 15.5].map(formatDays)).toEqual(["0", "0.5", "4.5", "15", "15.5"]);
  });

  it("writes ranges in both languages, a single day once", () => {
    expect(formatRange(zh, "2026-03-02", "2026-08-31")).toBe("2026-03-02 至 2026-08-31");
    expect(formatRange(en, "2026-03-02", "2026-08-31")).toBe("2026-03-02 to 2026-08-31");
    expect(formatRange(zh, "2026-03-02", "2026-03-02")).toBe("2026-03-02");
  });

  it("writes half days where a range begins at noon or ends at noon", () => {
    const range = { from: "2026-03-02", to: "2026-03-05" };
    expect(formatHalfRange(zh, { ...range, fromHalf: "pm" })).toBe("2026-03-02 下午 至 2026-03-05");
    expect(formatHalfRange(zh, { ...range, toHalf: "am" })).toBe("2026-03-02 至 2026-03-05 上午");
    expect(formatHalfRange(en, { from: "2026-03-02", to: "2026-03-02", toHalf: "am" })).toBe(
      "2026-03-02 morning",
    );
    expect(formatHalfRange(en, { from: "2026-03-02", to: "2026-03-02", fromHalf: "pm" })).toBe(
      "2026-03-02 afternoon",
    );
  });

  it("writes weekdays, instants and big numbers", () => {
    expect(formatWeekday(zh, "2026-03-02")).toBe("星期一");
    expect(formatWeekday(zh, "2026-03-08")).toBe("星期日");
    expect(formatWeekday(en, "2026-03-07")).toBe("Saturday");
    expect(formatInstant("2026-03-01T16:05:00.000Z")).toBe("2026-03-02 00:05");
    expect(formatNumber(22400)).toBe("22,400");
  });

  it("keeps the current page when the language changes", () => {
    expect(withLanguage("/secondments?status=serving&lang=zh-CN", "en")).toBe(
      "/secondments?status=serving&lang=en",
    );
    expect(withLanguage("/", "zh-CN")).toBe("/?lang=zh-CN");
  });
});

describe("level of a count against limit 15 with warnings at 10, 13, 15", () => {
  const cases = [
    [0, "calm"],
    [9.5, "calm"],
    [10, "amber"],
    [12.5, "amber"],
    [13, "strong"],
    [15, "strong"],
    [15.5, "red"],
  ] as const;
  for (const [countedDays, level] of cases)
    it(`${countedDays} days: ${level}`, () => {
      expect(levelOf({ countedDays, limitDays: 15, warnAtDays: [10, 13, 15] })).toBe(level);
    });
});
