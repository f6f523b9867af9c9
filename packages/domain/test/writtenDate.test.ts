import { assert, date, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateSchema } from "../src/calendarDate.ts";
import { writtenDate } from "../src/writtenDate.ts";
import cases from "./cases/writtenDate.json" with { type: "json" };

describe("a date as people write it", () => {
  test.each(cases)("$name", ({ written, date: expected }) => expect(writtenDate(written)).toBe(expected));

  test("every day of two centuries is read in every way of writing it, as a real date", () => {
    const days = date({
      min: new Date("1900-01-01"),
      max: new Date("2099-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    assert(
      property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split("-").map(Number);
        const ways = ["-", "/", "."].map((sign) => [year, month, dayOfMonth].join(sign));
        const written = [iso, iso.replaceAll("-", ""), `${year}年${month}月${dayOfMonth}日`, ...ways];
        expect(written.map(writtenDate)).toEqual(written.map(() => iso));
        expect(calendarDateSchema.safeParse(iso).success).toBe(true);
      }),
    );
  });
});
