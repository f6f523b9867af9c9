import { describe, expect, it } from "vitest";
import { headings, person, read, refusalOf } from "./files.ts";
import { type XlsCell, xlsFile } from "./xlsFile.ts";

const row = (...last: XlsCell[]) => [...person(1).slice(0, 9 - last.length), ...last];

describe("an .xls file", () => {
  it("is read with its dates, numbers and texts", async () => {
    const bytes = xlsFile([headings, [1234567, ...row({ serial: 46083 }).slice(1)]]);
    const { format, secondments } = await read(bytes, "名单.xlsx");
    expect(format).toBe("xls");
    expect(secondments).toMatchObject([
      { row: 2, isComplete: true, cells: { serviceNumber: "1234567", name: "学员1", from: "2026-03-02" } },
    ]);
  });

  it("honours the 1904 date system, also for a serial without a date format", async () => {
    for (const cell of [{ serial: 44621 }, 44621]) {
      const bytes = xlsFile([headings, row(cell)], { is1904: true });
      expect((await read(bytes)).secondments[0]?.cells.from).toBe("2026-03-02");
    }
  });

  it("never believes a formula, though the parser shows only its result", async () => {
    const bytes = xlsFile([headings, [{ formulaResult: 100001 }, ...row({ formulaResult: 46083 }).slice(1)]]);
    expect((await read(bytes)).secondments[0]?.errors).toEqual([
      { column: "serviceNumber", code: "formula-not-allowed" },
      { column: "from", code: "formula-not-allowed" },
    ]);
  });

  it("holds 5,000 rows and not one more, and far more are refused before parsing", async () => {
    const file = (count: number) =>
      xlsFile([headings, ...Array.from({ length: count }, (_, index) => [index + 1, "甲"])]);
    const refusal = { code: "too-many-rows", params: { limit: 5000 } };
    expect(
      (await read(xlsFile([headings, ...Array.from({ length: 5000 }, (_, index) => [index + 1])])))
        .secondments,
    ).toHaveLength(5000);
    expect(await refusalOf(file(5001))).toMatchObject(refusal);
    expect(await refusalOf(file(30_000))).toMatchObject(refusal);
  });

  it("encrypted, cut off or going round in circles is refused", async () => {
    expect((await refusalOf(xlsFile([headings], { isEncrypted: true })))?.code).toBe("file-encrypted");
    const whole = xlsFile([headings, person(1)]);
    expect((await refusalOf(whole.slice(0, 3000)))?.code).toBe("file-unreadable");
    expect((await refusalOf(whole.slice(0, 100)))?.code).toBe("file-unreadable");
    const circle = Uint8Array.from(whole);
    const fat = new DataView(circle.buffer, circle.byteLength - 512);
    fat.setUint32(4, 0, true);
    expect((await refusalOf(circle))?.code).toBe("file-unreadable");
  });
});
