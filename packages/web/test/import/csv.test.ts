import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, readCsv, unescapeCell, writeCsv } from "../../src/csv.ts";

const readBack = (text: string) =>
  [...readCsv(text.replace(/^\uFEFF/, ""), ",")].map((row) => row.map(unescapeCell));

describe("CSV for downloads", () => {
  it("starts with a BOM and ends every line with CRLF", () => {
    expect(writeCsv(["行", "问题"], [[3, "缺少姓名"]])).toBe("\uFEFF行,问题\r\n3,缺少姓名\r\n");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠a", "'＠a"],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    [`=HYPERLINK("http://x","y")`, `"'=HYPERLINK(""http://x"",""y"")"`],
    ["甲-乙", "甲-乙"],
  ])("%j cannot run as a formula", (text, written) => {
    expect(writeCsv([text], [])).toBe(`\uFEFF${written}\r\n`);
  });

  it("writes numbers as numbers, also negative ones, and nothing for nothing", () => {
    expect(writeCsv(["a", "b", "c"], [[-1.5, null, undefined]])).toBe("\uFEFFa,b,c\r\n-1.5,,\r\n");
  });

  it("gives back any text in any cell", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(...Array.from("=+-@＝＋－＠'\"\t\r\n,; \uFEFF派")) }),
    );
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        expect(readBack(writeCsv(header, rows))).toEqual([header, ...rows]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("bytes of a CSV", () => {
  it("are no text when they hold control characters or belong to no encoding", () => {
    expect(decodeText(Uint8Array.of(0x41, 0x00, 0x42))).toBeUndefined();
    expect(decodeText(Uint8Array.of(0xff, 0xff, 0xff))).toBeUndefined();
  });
});
