import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inspectXlsx } from "../../src/import/zip.ts";
import { listFile, person, read, refusalOf } from "./files.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** The same workbook with some of its parts replaced. */
async function withParts(parts: Record<string, Uint8Array>): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await listFile([person(1)])), ...parts });
}

/** Offset of the directory entry of a part. */
function entryOf(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes).toString("latin1");
  for (let at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 1))
    if (text.startsWith(name, at + 46)) return at;
  throw new Error(`${name} is not in the archive`);
}

/** Changes the unpacked size that the directory declares. */
function declaring(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(entryOf(bytes, name) + 24, size, true);
  return changed;
}

describe("what a file may cost", () => {
  it("5,000 rows are read, 5,001 refused", async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => person(index));
    const { secondments } = await read(await listFile(rows.slice(1)));
    expect(secondments.filter((row) => row.isComplete)).toHaveLength(5000);
    expect(await refusalOf(await listFile(rows))).toMatchObject({
      code: "too-many-rows",
      params: { limit: 5000 },
    });
  });

  it("100,000 rows are refused from their first fifth, without the parser", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => person(index));
    const bytes = await listFile(rows);
    expect(bytes.length).toBeLessThan(4 * 1024 * 1024);
    // the rest of the sheet is destroyed: whoever read on would find the file unreadable
    const start = Buffer.from(bytes).indexOf(SHEET) + SHEET.length;
    const spoiled = bytes.slice().fill(0xff, start + 1_000_000, start + 2_000_000);
    expect(inspectXlsx(spoiled)).toBe("too-many-rows");
    expect(await refusalOf(bytes)).toMatchObject({ code: "too-many-rows", params: { limit: 5000 } });
  });

  it("a bomb is refused by what it declares, before anything is inflated", async () => {
    const bomb = await withParts({ [SHEET]: new Uint8Array(65 * 1024 * 1024).fill(0x20) });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refusalOf(bomb))?.code).toBe("file-too-large");
    // the packed bytes are destroyed: whoever inflated them would say that the file is unreadable
    const start = Buffer.from(bomb).indexOf(SHEET) + SHEET.length;
    expect((await refusalOf(bomb.slice().fill(0xff, start, start + 5000)))?.code).toBe("file-too-large");
  });

  it.each([0, 1000])("a bomb that declares %i bytes is stopped while it inflates", async (declared) => {
    const bomb = await withParts({ [SHEET]: new Uint8Array(30 * 1024 * 1024).fill(0x20) });
    expect((await refusalOf(declaring(bomb, SHEET, declared)))?.code).toBe("file-too-large");
  });

  it("a part that is shorter than declared is damaged", async () => {
    expect((await refusalOf(declaring(await withParts({}), SHEET, 9_999)))?.code).toBe("file-unreadable");
  });

  it.each([
    ["strings", "xl/sharedStrings.xml", `<sst>${"<si><t>a</t></si>".repeat(200_000)}</sst>`],
    [
      "cells",
      SHEET,
      `<worksheet><sheetData>${`<row>${"<c><v>1</v></c>".repeat(100)}</row>`.repeat(6_000)}</sheetData></worksheet>`,
    ],
    [
      "a stray cell at the end of the sheet",
      SHEET,
      '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>',
    ],
  ])("%s beyond any list never reach the parser", async (_what, name, xml) => {
    expect((await refusalOf(await withParts({ [name]: strToU8(xml) })))?.code).toBe("too-many-rows");
  });

  it("a huge style sheet or drawing never reaches the parser", async () => {
    const styles = strToU8(`<styleSheet>${" ".repeat(9 * 1024 * 1024)}</styleSheet>`);
    expect((await refusalOf(await withParts({ "xl/styles.xml": styles })))?.code).toBe("file-too-large");
  });

  it("an archive that is no workbook, or a damaged one, is unreadable", async () => {
    expect((await refusalOf(zipSync({ "word/document.xml": strToU8("<w/>") })))?.code).toBe(
      "file-unreadable",
    );
    const whole = await listFile([person(1)]);
    expect((await refusalOf(whole.slice(0, -200)))?.code).toBe("file-unreadable");
    expect((await refusalOf(whole.slice().fill(0xff, 60, 200)))?.code).toBe("file-unreadable");
  });

  it("sizes in the ZIP64 field, as streaming writers put them there, are read", async () => {
    const bytes = Buffer.from(await listFile([person(1)]));
    const at = entryOf(bytes, SHEET);
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(bytes.readUInt32LE(at + 24)), 4);
    extra.writeBigUInt64LE(BigInt(bytes.readUInt32LE(at + 20)), 12);
    bytes.writeUInt32LE(0xffffffff, at + 20);
    bytes.writeUInt32LE(0xffffffff, at + 24);
    bytes.writeUInt16LE(20, at + 30);
    const nameEnd = at + 46 + SHEET.length;
    bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 10) + 20, bytes.length - 10);
    const file = Buffer.concat([bytes.subarray(0, nameEnd), extra, bytes.subarray(nameEnd)]);
    expect((await read(file)).secondments).toMatchObject([{ isComplete: true }]);
  });
});
