import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/csv.ts";
import { csvBytes, gb18030, headings, person, read, refusalOf } from "./files.ts";

const list = (...rows: string[][]) => writeCsv(headings, rows);
const first = {
  serviceNumber: "100001",
  name: "学员1",
  sex: "male",
  birthMonth: "1995-06",
  kind: "officer",
  homeUnit: "甲分局",
  hostStation: "派出所1",
  post: "挂职副所长",
  from: "2026-03-02",
};

describe("a CSV file", () => {
  const text = list(person(1));
  it.each<[string, Uint8Array]>([
    ["UTF-8 with BOM", csvBytes(text)],
    ["UTF-8 without BOM", csvBytes(text.slice(1))],
    ["GB18030", gb18030(text.slice(1))],
    [
      "UTF-16, as Excel's Unicode text with tabs",
      Buffer.from(`\uFEFF${text.slice(1).replaceAll(",", "\t")}`, "utf16le"),
    ],
    ["semicolons", csvBytes(text.replaceAll(",", ";"))],
  ])("in %s gives the same row, whatever its name", async (_encoding, bytes) => {
    const { format, secondments } = await read(bytes, "名单.xlsx");
    expect(format).toBe("csv");
    expect(secondments).toEqual([
      { sheet: "secondments", row: 2, isComplete: true, cells: first, errors: [] },
    ]);
  });

  it("counts rows as Excel shows them: blank lines count, a line break inside a cell does not", async () => {
    const note = ["备注", ...headings];
    const file = writeCsv(note, [["两\n行", ...person(1)], [], ["", "", ""], ["", ...person(2)]]);
    const { secondments } = await read(csvBytes(file));
    expect(secondments.map((row) => row.row)).toEqual([2, 5]);
  });

  it("refuses formulas, and takes what it escaped itself as text", async () => {
    const formula = csvBytes(list(person(1)).replace("学员1", "=1+1"));
    const [row] = (await read(formula)).secondments;
    expect(row?.errors).toEqual([{ column: "name", code: "formula-not-allowed" }]);
    const [text] = (await read(csvBytes(list(person(1).with(1, "=1+1"))))).secondments;
    expect(text).toMatchObject({ isComplete: true, cells: { name: "=1+1" } });
  });

  it("tells a service number that Excel turned into a quantity", async () => {
    const [row] = (await read(csvBytes(list(person(1).with(0, "1.23E+05"))))).secondments;
    expect(row?.errors).toEqual([{ column: "serviceNumber", code: "number-lost-digits" }]);
  });

  it("holds 5,000 rows and not one more", async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => person(index));
    expect((await read(csvBytes(list(...rows.slice(1))))).secondments).toHaveLength(5000);
    expect(await refusalOf(csvBytes(list(...rows)))).toMatchObject({
      code: "too-many-rows",
      params: { limit: 5000 },
    });
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing at all", new Uint8Array(), "file-empty"],
    ["a BOM alone", csvBytes("\uFEFF"), "file-empty"],
    ["headings alone", csvBytes(list()), "file-empty"],
    ["blank lines", csvBytes("\r\n\r\n , ,\r\n"), "file-empty"],
    ["a web page", csvBytes("<html><table><tr><td>警号</td></tr></table></html>"), "file-unreadable"],
    ["JSON", csvBytes('{"警号": 1}'), "file-unreadable"],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
      "file-unreadable",
    ],
    ["any text", csvBytes("你好"), "missing-columns"],
    ["4 MB and a byte", new Uint8Array(4 * 1024 * 1024 + 1).fill(0x41), "file-too-large"],
  ])("of %s is refused", async (_what, bytes, code) => {
    expect((await refusalOf(bytes))?.code).toBe(code);
  });

  it("names the columns that are missing", async () => {
    const file = csvBytes("姓名,警号,性别,出生年月,人员类别\r\n甲,1,男,1995-06,民警\r\n");
    expect((await refusalOf(file))?.params).toMatchObject({
      columns: "派出单位、挂职派出所",
      columnsEnglish: "Home unit, Host station",
    });
  });
});
