import ExcelJS from "exceljs";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { headings, listFile, person, read, refusalOf } from "./files.ts";

const errorsOf = async (bytes: Uint8Array) =>
  (await read(bytes)).secondments.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error })));

/** A workbook as another program writes it. */
async function exceljsFile(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("挂职名单");
  sheet.addRow(headings);
  fill(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("an .xlsx file", () => {
  it("is read whatever its name says", async () => {
    const { format, secondments } = await read(await listFile([person(1)]), "名单.csv");
    expect(format).toBe("xlsx");
    expect(secondments[0]).toMatchObject({
      row: 2,
      isComplete: true,
      cells: { serviceNumber: "100001", post: "挂职副所长" },
    });
  });

  it("is read as another program writes it: rich text, dates, numbers, links", async () => {
    const bytes = await exceljsFile((sheet) => {
      sheet.addRow(person(1));
      sheet.getCell("A2").value = 1234567;
      sheet.getCell("B2").value = { richText: [{ text: "甲" }, { text: "乙", font: { bold: true } }] };
      sheet.getCell("D2").value = new Date(Date.UTC(1995, 5, 1));
      sheet.getCell("G2").value = { text: "派出所1", hyperlink: "https://example.org" };
      sheet.getCell("I2").value = new Date(Date.UTC(2026, 2, 2));
      sheet.getCell("I2").numFmt = 'yyyy"年"m"月"d"日"';
    });
    expect((await read(bytes)).secondments[0]).toMatchObject({
      isComplete: true,
      cells: {
        serviceNumber: "1234567",
        name: "甲乙",
        birthMonth: "1995-06",
        hostStation: "派出所1",
        from: "2026-03-02",
      },
    });
  });

  it("shows leading zeros that only the number format makes", async () => {
    const bytes = await exceljsFile((sheet) => {
      sheet.addRow([12345, ...person(1).slice(1)]);
      sheet.getCell("A2").numFmt = "0000000";
    });
    expect((await read(bytes)).secondments[0]?.cells.serviceNumber).toBe("0012345");
  });

  it("honours the 1904 date system", async () => {
    const row = [...person(1).slice(0, 8), new Date(Date.UTC(2026, 2, 2))];
    const file = (system?: "1904") =>
      listFile([row], { cells: new Map([["1,8", { style: { numFmt: "yyyy-mm-dd" } }]]) }, system);
    expect((await read(await file())).secondments[0]?.cells.from).toBe("2026-03-02");
    expect((await read(await file("1904"))).secondments[0]?.cells.from).toBe("2026-03-02");
    const serial = await listFile([[...person(1).slice(0, 8), 44621]], {}, "1904");
    expect((await read(serial)).secondments[0]?.cells.from).toBe("2026-03-02");
  });

  it("never believes a formula: plain, shared, array and what it spills", async () => {
    const bytes = await exceljsFile((sheet) => {
      for (const index of [1, 2, 3, 4, 5]) sheet.addRow(person(index));
      sheet.getCell("A2").value = { formula: "1+1", result: 100001, date1904: false };
      sheet.getCell("B3").value = { formula: 'CONCATENATE("a","b")', result: "ab", date1904: false };
      sheet.fillFormula("I2:I3", "DATE(2026,3,2)", [46083, 46083]);
      const spill = { formula: "G4:G5", result: "甲分局", shareType: "array", ref: "F4:F5", date1904: false };
      sheet.getCell("F4").value = spill;
    });
    const code = "formula-not-allowed";
    expect(await errorsOf(bytes)).toEqual([
      { row: 2, column: "serviceNumber", code },
      { row: 2, column: "from", code },
      { row: 3, column: "name", code },
      { row: 3, column: "from", code },
      { row: 4, column: "homeUnit", code },
      { row: 5, column: "homeUnit", code },
    ]);
  });

  it("takes a text that looks like a formula as text", async () => {
    const [row] = (await read(await listFile([person(1).with(1, "=1+1")]))).secondments;
    expect(row).toMatchObject({ isComplete: true, cells: { name: "=1+1" } });
  });

  it("finds the headings under a merged title, in any order and either language", async () => {
    const order = [
      "Host station（必填）",
      "序号",
      "home unit",
      "KIND",
      "birth month *",
      "Sex",
      "Name",
      "Service Number",
      "备注",
    ];
    const cells = ["派出所1", "1", "甲分局", "Officer", "1995/6", "Female", "甲", "X-1", "<b>无</b>"];
    const rows = [["二〇二六年挂职人员名单"], [], order, cells];
    const bytes = await writeXlsx({
      sheets: [{ name: "Sheet1", rows, merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 8 }] }],
    });
    const { secondments, notices } = await read(bytes);
    expect(secondments).toMatchObject([
      { row: 4, isComplete: true, cells: { serviceNumber: "X-1", sex: "female", kind: "officer" } },
    ]);
    expect(secondments[0]?.cells).not.toHaveProperty("from");
    expect(notices).toEqual([
      { sheet: "Sheet1", row: 1, code: "rows-above-headings", params: { rows: "1", count: 1 } },
      { sheet: "Sheet1", row: 3, column: "序号", code: "column-not-used" },
      { sheet: "Sheet1", row: 3, column: "备注", code: "column-not-used" },
    ]);
  });

  it("asks to split merged cells instead of guessing", async () => {
    const rows = [person(1), person(2).with(6, ""), person(3)];
    const bytes = await listFile(rows, { merges: [{ startRow: 1, endRow: 2, startCol: 6, endCol: 6 }] });
    expect(await errorsOf(bytes)).toEqual([{ row: 3, column: "hostStation", code: "merged-cell" }]);
  });

  it("skips empty rows in between and keeps the row numbers", async () => {
    const bytes = await listFile([person(1), [], ["", " ", null], person(2)]);
    expect((await read(bytes)).secondments.map((row) => row.row)).toEqual([2, 5]);
  });

  it("says what is wrong with each cell of a row", async () => {
    const row = [
      "12 34",
      "名".repeat(41),
      "中",
      "1995-13",
      "职工",
      "",
      "站".repeat(61),
      "职".repeat(41),
      "2026-02-31",
    ];
    expect(await errorsOf(await listFile([row]))).toEqual(
      expect.arrayContaining([
        { row: 2, column: "serviceNumber", code: "not-a-service-number" },
        { row: 2, column: "name", code: "too-long", params: { max: 40 } },
        { row: 2, column: "sex", code: "not-a-sex" },
        { row: 2, column: "birthMonth", code: "not-a-month" },
        { row: 2, column: "kind", code: "not-a-kind" },
        { row: 2, column: "homeUnit", code: "required" },
        { row: 2, column: "hostStation", code: "too-long", params: { max: 60 } },
        { row: 2, column: "post", code: "too-long", params: { max: 40 } },
        { row: 2, column: "from", code: "not-a-date" },
      ]),
    );
    expect(await errorsOf(await listFile([row]))).toHaveLength(9);
  });

  it("names the first row of a service number that comes twice", async () => {
    const bytes = await listFile([person(1), person(2), person(1)]);
    expect(await errorsOf(bytes)).toEqual([
      { row: 4, column: "serviceNumber", code: "duplicate-in-file", params: { firstRow: 2 } },
    ]);
  });

  it("reads the sheet of units, and a file of units alone", async () => {
    const units = [
      ["单位名称", "单位代码", "上级单位", "单位类别"],
      ["甲分局", "B01", "", "分局"],
      ["一所", 7, "B01", "station"],
      ["二所", "B01", "B_1", "支队"],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: "单位", rows: units },
        { name: "挂职名单", rows: [headings] },
      ],
    });
    expect((await read(bytes)).units).toEqual([
      {
        sheet: "units",
        row: 2,
        isComplete: true,
        cells: { code: "B01", name: "甲分局", kind: "branch" },
        errors: [],
      },
      {
        sheet: "units",
        row: 3,
        isComplete: true,
        cells: { code: "7", name: "一所", kind: "station", parent: "B01" },
        errors: [],
      },
      {
        sheet: "units",
        row: 4,
        isComplete: false,
        cells: { code: "B01", name: "二所" },
        errors: [
          { column: "kind", code: "not-a-unit-kind" },
          { column: "code", code: "duplicate-in-file", params: { firstRow: 2 } },
          { column: "parent", code: "not-a-code" },
        ],
      },
    ]);
  });

  it("refuses headings that are missing or stand twice", async () => {
    const missing = await writeXlsx({ sheets: [{ name: "挂职名单", rows: [headings.slice(1), ["甲"]] }] });
    expect(await refusalOf(missing)).toMatchObject({
      code: "missing-columns",
      params: { sheet: "挂职名单", columns: "警号" },
    });
    const twice = await writeXlsx({
      sheets: [{ name: "挂职名单", rows: [[...headings, "姓 名"], person(1)] }],
    });
    expect(await refusalOf(twice)).toMatchObject({ code: "repeated-columns", params: { columns: "姓名" } });
  });

  it("without a cell, or encrypted, is refused with the reason", async () => {
    expect((await refusalOf(await writeXlsx({ sheets: [{ name: "Sheet1", rows: [] }] })))?.code).toBe(
      "file-empty",
    );
    const encryption = { password: "x", spinCount: 1000 };
    const locked = await writeXlsx({
      sheets: [{ name: "挂职名单", rows: [headings, person(1)] }],
      encryption,
    });
    expect((await refusalOf(locked))?.code).toBe("file-encrypted");
  });
});
