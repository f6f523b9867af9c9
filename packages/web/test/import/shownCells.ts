import fc from "fast-check";

/** What a cell holds, under a format, and what any spreadsheet program shows for the two. */
export type Cell = { value: string | number; format?: string; shown: string };

const digits = fc.integer({ min: 1, max: 999_999 });
const places = fc.integer({ min: 1, max: 9 });
const letters = fc.constantFrom("K", "08", "WH-");
/** A service number under formats that show it, and under some that show another or none. */
export const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  digits.map((value) => ({ value, shown: String(value) })),
  digits.map((value) => ({ value: `00${value}`, shown: `00${value}` })),
  fc
    .record({
      value: digits,
      places,
      before: fc.option(letters),
      after: fc.constantFrom("", "_ ", ";@", ";-0;0;@"),
    })
    .map((each) => ({
      value: each.value,
      format: `${each.before === null ? "" : `"${each.before}"`}${"0".repeat(each.places)}${each.after}`,
      shown: `${each.before ?? ""}${String(each.value).padStart(each.places, "0")}`,
    })),
  fc.record({ value: digits, before: letters }).map(({ value, before }) => ({
    value: String(value),
    format: `"${before}"@`,
    shown: `${before}${value}`,
  })),
  digits.map((value) => ({
    value,
    format: "[$-804]00-0000",
    shown: String(value)
      .padStart(6, "0")
      .replace(/(\d{4})$/, "-$1"),
  })),
  fc
    .constantFrom("0.0E+0", "[DBNum2]0", "*00", "0,", ";;;", "yyyy-mm-dd", "#,##0.00", "0%")
    .chain((format) =>
      digits.map((value) => ({ value, format, shown: "(not a number that could be a key)" })),
    ),
);

/** Days from 1899-12-30, as a workbook counts them. */
const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569;
const parts = (day: string) => day.split("-").map(Number);

/** A day under formats that show all of it, as text in several hands, and under formats that show less. */
export function dayCell(day: string): fc.Arbitrary<Cell> {
  const [year = 0, month = 0, date = 0] = parts(day);
  const texts = [
    day,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    ` ${day.replaceAll("-", "")}`,
  ];
  const formats = ["yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@"];
  const partial = ["m/d", 'm"月"d"日"', "0", "[DBNum1]yyyy", "yyyy-mm"];
  return mostly(
    [
      fc.constantFrom(...texts).map((value) => ({ value, shown: day })),
      fc.constantFrom(...formats).map((format) => ({ value: serial(day), format, shown: day })),
    ],
    fc
      .constantFrom(...partial)
      .map((format) => ({ value: serial(day), format, shown: "(not the whole day)" })),
  );
}

/** A month as text in several hands, as digits, and as a day under a format that shows its month. */
export function monthCell(month: string): fc.Arbitrary<Cell> {
  const [year = 0, number = 0] = parts(month);
  const texts = [month, `${year}/${number}`, `${year}年${number}月`, `${year}.${number}`];
  const digits = year * 100 + number;
  const day = serial(`${month}-01`);
  return mostly(
    [
      fc.constantFrom(...texts, digits).map((value) => ({ value, shown: month })),
      fc
        .constantFrom("yyyy-mm", 'yyyy"年"m"月"', "yyyy/m/d")
        .map((format) => ({ value: day, format, shown: month })),
    ],
    fc.constantFrom("m", "d", ";;;").map((format) => ({ value: day, format, shown: "(no month)" })),
  );
}

/** A row with every fact shown is the rule, so that some are stored. */
function mostly(shown: fc.Arbitrary<Cell>[], other: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> {
  return fc.oneof(...shown.map((arbitrary) => ({ weight: 5, arbitrary })), { weight: 1, arbitrary: other });
}
