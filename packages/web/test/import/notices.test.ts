import ExcelJS from "exceljs";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { secondmentColumns, unitColumns } from "../../src/import/columns.ts";
import { nearColumn } from "../../src/import/nearColumn.ts";
import { csvBytes, headings, listFile, person, read, refusalOf } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

const noticesOf = async (bytes: Uint8Array) =>
  (await read(bytes)).notices.map(({ sheet: _, ...notice }) => notice);
const row = (...cells: CellValue[]) => [...Array<null>(headings.length).fill(null), ...cells];

describe("what was not read is said", () => {
  it("columns under other headings, and without one", async () => {
    const wide = [
      [...headings, "备注", null],
      [...person(1), "无", "x"],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: "挂职名单", rows: wide }] });
    expect(await noticesOf(bytes)).toEqual([
      { row: 1, column: "备注", code: "column-not-used" },
      { column: "K", code: "column-without-heading" },
    ]);
  });

  it("columns beyond the hundredth", async () => {
    const far = Array.from({ length: 101 }, (_, index) => person(1)[index] ?? null).with(100, "x");
    expect(await noticesOf(await listFile([far]))).toEqual([{ code: "columns-beyond" }]);
    expect(await noticesOf(csvBytes([headings, far].map((cells) => cells.join(",")).join("\n")))).toEqual([
      { code: "columns-beyond" },
    ]);
    expect(await noticesOf(xlsFile([headings, far]))).toEqual([{ code: "columns-beyond" }]);
  });

  it("rows above the headings, texts under the list, and posts without a person", async () => {
    const rows = [
      ["名单"],
      headings,
      person(1),
      row("合计 1 人"),
      [],
      Object.assign(row(), { 6: "派出所9" }),
      row("填表人"),
    ];
    const bytes = await writeXlsx({ sheets: [{ name: "挂职名单", rows }] });
    expect(await noticesOf(bytes)).toEqual(
      [
        { row: 1, code: "rows-above-headings", params: { rows: "1", count: 1 } },
        { row: 4, code: "rows-not-read", params: { rows: "4、7", count: 2 } },
        { row: 6, code: "rows-without-person", params: { rows: "6", count: 1 } },
        { column: "J", code: "column-without-heading" },
      ].filter(({ code }) => code !== "column-without-heading"),
    );
  });

  it("a sum under the list stands in our columns: it is a row with problems", async () => {
    const { secondments } = await read(await listFile([person(1), ["合计", 1]]));
    expect(secondments[1]).toMatchObject({ row: 3, isComplete: false });
  });
});

describe("what is hidden is read and said", () => {
  it("rows and columns of an .xlsx: hidden or filtered", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("挂职名单");
    for (const cells of [headings, ...[1, 2, 3, 4, 5].map(person)]) sheet.addRow(cells);
    sheet.getRow(3).hidden = true;
    sheet.getRow(5).hidden = true;
    sheet.getColumn(2).hidden = true;
    const plain = new Uint8Array(await book.xlsx.writeBuffer());
    expect((await read(plain)).secondments).toHaveLength(5);
    expect(await noticesOf(plain)).toEqual([
      { row: 3, code: "rows-hidden", params: { rows: "3、5", count: 2 } },
      { column: "姓名", code: "column-hidden" },
    ]);
    sheet.autoFilter = "A1:I6";
    expect((await noticesOf(new Uint8Array(await book.xlsx.writeBuffer())))[0]?.code).toBe("rows-filtered");
  });

  it("rows and columns of an .xls", async () => {
    const bytes = xlsFile([headings, person(1), person(2)], { hiddenRows: [2], hiddenColumns: [8] });
    expect(await noticesOf(bytes)).toEqual([
      { row: 3, code: "rows-hidden", params: { rows: "3", count: 1 } },
      { column: "起始日期", code: "column-hidden" },
    ]);
  });
});

describe("what is struck through is read and said", () => {
  const twoRows = { row: 3, code: "rows-struck", params: { rows: "3–4", count: 2 } };

  it("whole cells and parts of them, in an .xlsx", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("挂职名单");
    for (const cells of [headings, ...[1, 2, 3].map(person)]) sheet.addRow(cells);
    sheet.getCell("A3").font = { strike: true };
    sheet.getCell("B4").value = { richText: [{ text: "王", font: { strike: true } }, { text: "汪三" }] };
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await noticesOf(bytes)).toEqual([twoRows]);
    expect((await read(bytes)).secondments[2]?.cells.name).toBe("王汪三");
  });

  it("cells of an .xls; where it may be parts of a text the file is named", async () => {
    const struck = (index: number) => person(index).map((each) => ({ struck: each }));
    const rows = [headings, person(1), struck(2), [...person(3).slice(0, 8), { struck: "2026-03-02" }]];
    expect(await noticesOf(xlsFile(rows))).toEqual([twoRows]);
    expect((await read(xlsFile(rows))).secondments).toHaveLength(3);
    expect(await noticesOf(xlsFile(rows, { hasLooseStrike: true }))).toEqual([
      { code: "parts-struck" },
      twoRows,
    ]);
    expect(await noticesOf(xlsFile([headings, [{ struck: " " }, ...person(1)].slice(1, 10)]))).toEqual([]);
  });
});

describe("a heading that is a formula", () => {
  const formula = (result?: string) => ({ formula: '"警"&"号"', ...(result && { result }), date1904: false });
  async function withHeading(cell: string, value: ExcelJS.CellValue, more: string[] = []) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("挂职名单");
    for (const cells of [headings, person(1)]) sheet.addRow([...cells, ...more]);
    sheet.getCell(cell).value = value;
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const asked = async (bytes: Uint8Array) => {
    const { near, notices } = await read(bytes);
    return [
      ...near.map(({ row: at, heading, doubt, meant }) => [at, heading, doubt ?? meant?.zh]),
      ...notices,
    ];
  };
  const read1 = { sheet: "挂职名单", row: 1, column: "警号", code: "heading-formula" };

  it("is read by what it shows, which is said: .xlsx, .xls, CSV", async () => {
    const texts = [person(1).join(","), headings.with(0, '="警号"').join(",")].toReversed().join("\n");
    const xls = xlsFile([[{ formulaResult: "警号" }, ...headings.slice(1)], person(1)]);
    for (const bytes of [await withHeading("A1", formula("警号")), xls, csvBytes(texts)]) {
      const { secondments, notices } = await read(bytes);
      expect(secondments).toMatchObject([{ isComplete: true, cells: { serviceNumber: "100001" } }]);
      expect(notices).toMatchObject([{ row: 1, column: "警号", code: "heading-formula" }]);
    }
    expect(await asked(await withHeading("A1", formula("警号")))).toEqual([read1]);
  });

  it("is asked about where it shows nothing that is ours: no column is left at its default without a word", async () => {
    expect(await asked(await withHeading("I1", formula()))).toEqual([[1, "I", "formula"]]);
    expect(await asked(await withHeading("I1", formula("日子")))).toEqual([[1, "日子", "formula"]]);
    expect(await asked(await withHeading("I1", formula("开始日期")))).toEqual([[1, "开始日期", "起始日期"]]);
    expect(await asked(await withHeading("I1", { error: "#REF!" }))).toEqual([[1, "I", "unreadable"]]);
    expect(await asked(xlsFile([[...headings.slice(0, 8), { formulaResult: 5 }], person(1)]))).toEqual([
      [1, "I", "formula"],
    ]);
  });

  it("over a column with nothing in it loses nothing", async () => {
    const bytes = await withHeading("J1", formula(), [""]);
    expect(await asked(bytes)).toEqual([]);
  });

  it("where a column must be there is named with it", async () => {
    expect(await refusalOf(await withHeading("B1", formula()))).toMatchObject({
      code: "missing-columns",
      params: { columns: "姓名", unread: "“B”" },
    });
  });
});

describe("a heading close to one of ours", () => {
  it.each<[heading: string, meant: string | undefined]>([
    ["开始日期", "起始日期"],
    ["起止日期", "起始日期"],
    ["起始时间", "起始日期"],
    ["日期", "起始日期"],
    ["Start dates", "起始日期"],
    ["职务", "挂职职务"],
    ["挂职岗位", "挂职职务"],
    ["position", "挂职职务"],
    ["备注", undefined],
    ["联系电话", undefined],
    ["身份证号", undefined],
    ["结束日期", undefined],
    ["序号", undefined],
    ["学历", undefined],
  ])("%s", (heading, meant) => {
    const optional = secondmentColumns.filter((column) => !column.isRequired);
    expect(nearColumn(optional, heading)?.zh).toBe(meant);
  });

  it.each([
    ["上级单位代码", "上级单位"],
    ["主管单位", "上级单位"],
    ["Parent unit code", "上级单位"],
    ["地址", undefined],
  ])("%s of a unit", (heading, meant) => {
    expect(nearColumn(unitColumns.slice(3), heading)?.zh).toBe(meant);
  });

  it("is asked about where ours is missing, and no more than said where it is there", async () => {
    const renamed = headings.with(7, "职务").with(8, "开始日期");
    const asked = await read(await writeXlsx({ sheets: [{ name: "挂职名单", rows: [renamed, person(1)] }] }));
    expect(asked.near.map(({ row: at, heading, meant }) => [at, heading, meant?.zh])).toEqual([
      [1, "职务", "挂职职务"],
      [1, "开始日期", "起始日期"],
    ]);
    expect(asked.notices).toEqual([]);
    const beside = await read(
      await writeXlsx({ sheets: [{ name: "挂职名单", rows: [[...headings, "职务"], person(1)] }] }),
    );
    expect(beside.near).toEqual([]);
    expect(beside.notices).toMatchObject([{ column: "职务", code: "column-not-used" }]);
  });
});
