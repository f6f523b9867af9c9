import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { headings, listFile, person, read } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

const NUMBER = 0;
const NAME = 1;
const BORN = 3;
const FROM = 8;

/** One person whose cell in one column has a value under a display format, as .xlsx and as .xls. */
async function files(column: number, value: number | string, format: string): Promise<Uint8Array[]> {
  const cells: NonNullable<WriteSheet["cells"]> = new Map([[`1,${column}`, { style: { numFmt: format } }]]);
  const row: CellValue[] = [...person(1)];
  row[column] = value;
  return [
    await listFile([row], { cells }),
    xlsFile([headings, person(1).map((cell, index) => (index === column ? { value, format } : cell))]),
  ];
}

/** What a column is read as in both kinds of file: a value, or the code of the cell's problem. */
async function readAs(column: number, value: number | string, format: string): Promise<unknown[]> {
  const keys = { [NUMBER]: "serviceNumber", [NAME]: "name", [BORN]: "birthMonth", [FROM]: "from" } as const;
  const key = keys[column as keyof typeof keys];
  const lists = await Promise.all((await files(column, value, format)).map((file) => read(file)));
  return lists.map(({ secondments: [row] }) => row?.errors[0]?.code ?? row?.cells[key]);
}

describe("a service number is what the sheet shows, in .xlsx and .xls", () => {
  it.each<[format: string, stored: number | string, expected: string]>([
    ["000000", 701, "000701"],
    ['"08"0000', 702, "080702"],
    ["000000_ ", 703, "000703"],
    ["000000;@", 704, "000704"],
    ["[$-804]000000", 705, "000705"],
    ["00-0000", 706, "00-0706"],
    ["000000_);(000000)", 707, "000707"],
    ['0000"号"', 708, "not-a-service-number"],
    ['"K"000', 709, "K709"],
    ["#000000", 710, "000710"],
    ["00000#", 711, "000711"],
    ["0000\\X", 712, "0712X"],
    ["[Red]000000", 713, "000713"],
    ['[<=500]0000;[>500]"B"0000', 714, "B0714"],
    ["_ * 0000_ ;_ * -0000_ ", 715, "0715"],
    ["G/通用格式", 716, "716"],
    ['"08"@', "0717", "080717"],
    ["000000", "718", "718"],
    ["@", 719, "719"],
    ["General", 123_456_789_012, "shown-otherwise"],
    [";;;", 720, "shown-otherwise"],
    [";;;", "0721", "shown-otherwise"],
    ["0,", 722_000, "shown-otherwise"],
    ["0000", 723.5, "shown-otherwise"],
    ["*-0000", 724, "format-unknown"],
    ["[DBNum1]0000", 725, "format-unknown"],
    ["[红色]0000", 726, "format-unknown"],
    ["!K0000", 727, "format-unknown"],
    ["[$-2000411]0000", 728, "format-unknown"],
    ["0.00E+00", 729, "number-lost-digits"],
    ["yyyy-mm-dd", 46083, "number-lost-digits"],
    ['m"月"d"日"', 46083, "number-lost-digits"],
  ])("%s over %s is %s", async (format, stored, expected) => {
    expect(await readAs(NUMBER, stored, format)).toEqual([expected, expected]);
  });
});

describe("so are names, birth months and dates", () => {
  it.each<[column: number, format: string, stored: number | string, expected: string]>([
    [NAME, '@"同志"', "甲", "甲同志"],
    [NAME, '"学员"000', 7, "学员007"],
    [NAME, '[=1]"甲";[=2]"乙"', 1, "甲"],
    [BORN, "0000-00", 199506, "1995-06"],
    [BORN, '0000"年"00"月"', 199506, "1995-06"],
    [BORN, "0.00", 1995.1, "1995-10"],
    [BORN, "yyyy-mm", 34851, "1995-06"],
    [BORN, "mmm-yy", 34851, "1995-06"],
    [BORN, "[$-F800]dddd\\, mmmm dd\\, yyyy", 34851, "1995-06"],
    [BORN, '[DBNum1][$-804]yyyy"年"m"月";@', 34851, "1995-06"],
    [BORN, "yyyy", 34851, "shown-otherwise"],
    [BORN, 'm"月"d"日"', 34851, "shown-otherwise"],
    [BORN, "[$-130000]yyyy-mm", 34851, "format-unknown"],
    [BORN, "yyyy-mm", 34851.5, "not-a-month"],
    [FROM, "yyyy-mm-dd", 46083, "2026-03-02"],
    [FROM, 'yyyy"年"m"月"d"日";@', 46083, "2026-03-02"],
    [FROM, "yyyy/m/d h:mm", 46083, "2026-03-02"],
    [FROM, "yyyy/m/d h:mm", 46083.5, "not-a-date"],
    [FROM, "yyyy-mm-dd", 46083.5, "not-a-date"],
    [FROM, "General", 46083.5, "not-a-date"],
    [FROM, "yyyy-mm", 46083, "shown-otherwise"],
    [FROM, "m-d", 46083, "shown-otherwise"],
    [FROM, "aaaa", 46083, "shown-otherwise"],
    [FROM, "0", 46083, "not-a-date"],
    [FROM, "0", 20260302, "2026-03-02"],
    [FROM, "General;yyyy-mm-dd", 46083, "not-a-date"],
    [FROM, "yyyy-mm-dd;General", 46083, "format-unknown"],
  ])("column %i: %s over %s is %s", async (column, format, stored, expected) => {
    expect(await readAs(column, stored, format)).toEqual([expected, expected]);
  });
});

describe("formats that Chinese Excel stores by number alone", () => {
  /** The same list with the first cell format of the style sheet set to a number without a pattern. */
  async function withImplied(number: number, column: number, value: number): Promise<Uint8Array> {
    const row: CellValue[] = [...person(1)];
    row[column] = value;
    const cells: NonNullable<WriteSheet["cells"]> = new Map([
      [`1,${column}`, { style: { numFmt: "0000000" } }],
    ]);
    const parts = unzipSync(await listFile([row], { cells }));
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    const [, own = ""] = /numFmtId="(\d+)" formatCode="0000000"/.exec(styles) ?? [];
    const changed = styles
      .replace(/<numFmts.*<\/numFmts>/, "")
      .replaceAll(`numFmtId="${own}"`, `numFmtId="${number}"`);
    return zipSync({ ...parts, "xl/styles.xml": strToU8(changed) });
  }

  it.each([
    [57, BORN, 34851, "1995-06"],
    [31, FROM, 46083, "2026-03-02"],
    [58, FROM, 46083, "shown-otherwise"],
    [57, FROM, 46083, "shown-otherwise"],
    [58, NUMBER, 46083, "number-lost-digits"],
  ] as const)("number %i in column %i over %s", async (number, column, value, expected) => {
    const xls = xlsFile([
      headings,
      person(1).map((cell, index) => (index === column ? { value, format: number } : cell)),
    ]);
    for (const file of [await withImplied(number, column, value), xls]) {
      const [row] = (await read(file)).secondments;
      const shown = column === BORN ? row?.cells.birthMonth : row?.cells.from;
      expect(row?.errors[0]?.code ?? shown).toBe(expected);
    }
  });
});
