import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { sheetsOfTemplate } from "../../src/import/columns.ts";
import { headings, person, read, refusalOf } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

const list = (name: string, ...numbers: number[]): WriteSheet => ({
  name,
  rows: [headings, ...numbers.map((number) => person(number))],
});
const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets });
const hidden = (sheet: WriteSheet): WriteSheet => ({ ...sheet, hidden: true });

/** Sheet, row and number of everybody read, and what was said of whole sheets. */
async function readAll(bytes: Uint8Array) {
  const { secondments, notices } = await read(bytes);
  return {
    people: secondments.map(
      ({ sheetName = "挂职名单", row, cells }) => `${sheetName} ${row} ${cells.serviceNumber}`,
    ),
    said: notices.map(({ sheet, code }) => `${sheet} ${code}`),
  };
}

describe("all lists of a workbook are read", () => {
  it.each<[why: string, sheets: WriteSheet[], people: string[], said: string[]]>([
    [
      "one for each district",
      [list("甲分局", 1), list("乙分局", 2, 3)],
      ["甲分局 2 100001", "乙分局 2 100002", "乙分局 3 100003"],
      [],
    ],
    [
      "a copied sheet",
      [list("挂职名单", 1), list("挂职名单 (2)", 2)],
      ["挂职名单 2 100001", "挂职名单 (2) 2 100002"],
      [],
    ],
    [
      "a hidden old one before the new one",
      [hidden(list("挂职名单", 1)), list("2026", 2)],
      ["2026 2 100002"],
      ["挂职名单 sheet-hidden"],
    ],
    [
      "a very hidden one",
      [{ ...list("挂职名单", 1), veryHidden: true }, list("2026", 2)],
      ["2026 2 100002"],
      ["挂职名单 sheet-hidden"],
    ],
    [
      "a hidden copy after it",
      [list("挂职名单", 1), hidden(list("挂职名单 (2)", 2))],
      ["挂职名单 2 100001"],
      ["挂职名单 (2) sheet-hidden"],
    ],
    [
      "an empty named one beside a filled one",
      [list("挂职名单"), list("报送", 1)],
      ["报送 2 100001"],
      ["挂职名单 sheet-empty"],
    ],
    [
      "an empty named one after a filled one",
      [list("报送", 1), list("挂职名单")],
      ["报送 2 100001"],
      ["挂职名单 sheet-empty"],
    ],
    [
      "a sheet without anything",
      [list("挂职名单", 1), { name: "Sheet2", rows: [] }],
      ["挂职名单 2 100001"],
      [],
    ],
    [
      "a sheet that is no list",
      [{ name: "说明", rows: [["填报须知"]] }, list("挂职名单", 1)],
      ["挂职名单 2 100001"],
      ["说明 sheet-not-read"],
    ],
    [
      "a list that is imported elsewhere",
      [list("挂职名单", 1), { name: sheetsOfTemplate.posts.zh, rows: [["警号"], ["100001"]] }],
      ["挂职名单 2 100001"],
      [`${sheetsOfTemplate.posts.zh} sheet-of-others`],
    ],
  ])("%s", async (_why, sheets, people, said) => {
    expect(await readAll(await book(...sheets))).toEqual({ people, said });
  });

  it("columns in another order agree", async () => {
    const turned = { name: "乙", rows: [headings.toReversed(), person(2).toReversed()] };
    const { people } = await readAll(await book(list("甲", 1), turned));
    expect(people).toEqual(["甲 2 100001", "乙 2 100002"]);
  });

  it("the same person on two sheets is a problem of the later row, which names the first", async () => {
    const { secondments } = await read(await book(list("挂职名单", 1, 2), list("乙", 2)));
    expect(secondments[2]).toMatchObject({
      sheetName: "乙",
      row: 2,
      errors: [
        {
          column: "serviceNumber",
          code: "duplicate-in-file",
          params: { firstRow: 3, firstSheet: "挂职名单" },
        },
      ],
    });
  });

  it("units on several sheets, also under names of their own", async () => {
    const units = (name: string, code: string): WriteSheet => ({
      name,
      rows: [
        ["单位代码", "单位名称", "单位类别", "上级单位"],
        [code, `单位${code}`, "机关", ""],
      ],
    });
    const { units: read_ } = await read(
      await book(list("挂职名单", 1), units("单位", "A"), units("新单位", "B")),
    );
    expect(read_.map(({ sheetName, cells }) => [sheetName, cells.code])).toEqual([
      ["单位", "A"],
      ["新单位", "B"],
    ]);
  });

  it("5,000 rows are counted over all of them", async () => {
    const numbers = (first: number) => Array.from({ length: 2_501 }, (_, index) => first + index);
    expect(
      await refusalOf(await book(list("甲", ...numbers(0)), list("乙", ...numbers(5_000)))),
    ).toMatchObject({ code: "too-many-rows" });
  });
});

describe("or none", () => {
  it.each<[why: string, other: WriteSheet, columns: string]>([
    ["a column less", { name: "乙", rows: [headings.slice(0, 8), person(2).slice(0, 8)] }, "起始日期"],
    [
      "other people's list",
      {
        name: "通讯录",
        rows: [
          ["姓名", "警号", "性别", "电话"],
          ["甲", "1", "男", "1"],
        ],
      },
      "出生年月、人员类别、派出单位、挂职派出所、挂职职务、起始日期",
    ],
  ])("%s: the file is refused with the names", async (_why, other, columns) => {
    expect(await refusalOf(await book(list("挂职名单", 1), other))).toMatchObject({
      code: "sheets-disagree",
      params: { sheets: `挂职名单、${other.name}`, columns },
    });
  });

  it("a list on hidden sheets only is not read", async () => {
    expect(
      await refusalOf(await book({ name: "封面", rows: [["名单"]] }, hidden(list("挂职名单", 1)))),
    ).toMatchObject({
      code: "lists-hidden",
      params: { sheets: "挂职名单" },
    });
    expect((await refusalOf(xlsFile([headings, person(1)], { isHidden: true })))?.code).toBe("lists-hidden");
  });
});
