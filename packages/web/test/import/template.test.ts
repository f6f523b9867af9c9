import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { UnitCells } from "../../src/import/cellSchemas.ts";
import { templateCsv, templateXlsx } from "../../src/import/template.ts";
import { person, read, refusalOf } from "./files.ts";

const units: UnitCells[] = [
  { code: "S-01", name: "<一所>", kind: "station", parent: "B-01" },
  { code: "A-00", name: "甲市公安局", kind: "bureau" },
  { code: "B-01", name: "甲分局（本部）", kind: "branch", parent: "A-00" },
];

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
}

describe.each([
  ["zh-CN", ["挂职名单", "单位", "填写说明"], '"男,女"', "市局"],
  ["en", ["Secondments", "Units", "Instructions"], '"male,female"', "bureau"],
] as const)("the template in %s", (language, names, sexes, bureau) => {
  it("has the list, the units and the instructions, seen by another reader", async () => {
    const book = await open(await templateXlsx(language, units));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(names);
    const [list, unitSheet, instructions] = book.worksheets;
    expect(list?.getCell("A1").font.bold).toBe(true);
    expect(list?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(list?.getCell("A2").numFmt).toBe("@");
    expect(list?.getCell("A2001").numFmt).toBe("@");
    expect(list?.getCell("I2").numFmt).toBe("yyyy-mm-dd");
    expect(list?.getColumn(2).width).toBe(24);
    expect(unitSheet?.getCell("A2").numFmt).toBe("@");
    expect([2, 3, 4].map((row) => unitSheet?.getCell(row, 1).value)).toEqual(["A-00", "B-01", "S-01"]);
    expect(unitSheet?.getCell("C2").value).toBe(bureau);
    expect(instructions?.rowCount).toBe(5 + 2 + 17 + 4);
  });

  it("offers drop-downs, host stations from the first station on", async () => {
    const book = await open(await templateXlsx(language, units));
    const list = book.worksheets[0];
    const choices = (address: string) => list?.getCell(address).dataValidation;
    expect(choices("C5001")).toMatchObject({ type: "list", formulae: [sexes] });
    expect(choices("E2")?.type).toBe("list");
    expect(choices("F2")?.formulae).toEqual([`'${names[1]}'!$B$2:$B$504`]);
    expect(choices("G2")?.formulae).toEqual([`'${names[1]}'!$B$4:$B$504`]);
    expect(book.worksheets[1]?.getCell("C5").dataValidation.type).toBe("list");
  });

  it("unfilled holds no row; with units it holds those", async () => {
    expect((await refusalOf(await templateXlsx(language)))?.code).toBe("file-empty");
    expect((await refusalOf(templateCsv(language)))?.code).toBe("file-empty");
    const rows = await read(await templateXlsx(language, units));
    expect(rows.secondments).toEqual([]);
    expect(rows.notices).toEqual([]);
    expect(rows.units.map((row) => row.cells)).toEqual([units[1], units[2], units[0]]);
  });

  it("filled in by another program is read without a problem", async () => {
    const book = await open(await templateXlsx(language, units));
    person(1).forEach((value, index) => {
      const cell = book.worksheets[0]?.getCell(3, index + 1);
      if (cell && value !== "") cell.value = value;
    });
    const { secondments } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(secondments).toMatchObject([{ row: 3, isComplete: true, cells: { serviceNumber: "100001" } }]);
  });

  it("is the same each time", async () => {
    expect(await templateXlsx(language, units)).toEqual(await templateXlsx(language, [...units].reverse()));
  });

  it("as CSV starts with a BOM", () => {
    expect([...templateCsv(language).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
