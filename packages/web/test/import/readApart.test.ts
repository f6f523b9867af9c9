import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readApart } from "../../src/import/readApart.ts";
import { readSheets } from "../../src/import/spreadsheet.ts";
import { csvBytes, headings, listFile, person } from "./files.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const code = async (bytes: Uint8Array) => {
  const outcome = await readApart(bytes, "名单.xlsx");
  return outcome.ok ? outcome.value.secondments.length : outcome.refusals[0]?.code;
};

/** The list of one person with something before and behind its rows. */
async function around(head: string, tail: string): Promise<Uint8Array> {
  const parts = unzipSync(await listFile([person(1)]));
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  const changed = sheet
    .replace("<sheetData>", `${head}<sheetData>`)
    .replace("</sheetData>", `</sheetData>${tail}`);
  return zipSync({ ...parts, [SHEET]: strToU8(changed) }, { level: 9 });
}

describe("a file read in a thread of its own", () => {
  it("gives what the same file gives here: rows, refusals, headings asked about", async () => {
    const near = csvBytes(`${headings.with(8, "开始日期").join(",")}\n${person(1).join(",")}\n`);
    for (const bytes of [await listFile([person(1), person(1)]), near, csvBytes("你好"), new Uint8Array()])
      expect(await readApart(bytes, "名单.xlsx")).toEqual(await readSheets(bytes, "名单.xlsx"));
  });

  it("is read one after the other, each with its own answer", async () => {
    const files = await Promise.all(
      [1, 2, 3].map((count) => listFile(Array.from({ length: count }, (_, n) => person(n)))),
    );
    expect(await Promise.all(files.map(code))).toEqual([1, 2, 3]);
  });
});

describe("a small file that unpacks to very much is refused, and the next one is read", () => {
  it.each<[what: string, make: () => Promise<Uint8Array>]>([
    ["one text of 8 MB", () => around("", `<x>${" ".repeat(8_000_000)}</x>`)],
    [
      "the width of every column, again and again",
      () => around(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(10_000)}</cols>`, ""),
    ],
    [
      "a merge in every row",
      () => around("", `<mergeCells>${'<mergeCell ref="A1:CV1"/>'.repeat(200_000)}</mergeCells>`),
    ],
    [
      "one row of 8 MB",
      async () => {
        const parts = unzipSync(await listFile([person(1)]));
        const row = `<row r="9"><c r="A9" t="inlineStr"><is><t>${" ".repeat(8_000_000)}x</t></is></c></row>`;
        const sheet = strFromU8(parts[SHEET] ?? new Uint8Array()).replace(
          "</sheetData>",
          `${row}</sheetData>`,
        );
        return zipSync({ ...parts, [SHEET]: strToU8(sheet) }, { level: 9 });
      },
    ],
  ])("%s", async (_what, make) => {
    const bytes = await make();
    expect(bytes.length).toBeLessThan(200_000);
    expect(await code(bytes)).toBe("file-too-large");
    expect(await code(await listFile([person(1)]))).toBe(1);
  });
});

describe("what no cap foresees ends at the memory of the thread", () => {
  it("a part that the caps do not weigh, of a million elements: refused by name, and the next file is read", async () => {
    const STYLES = "xl/styles.xml";
    const parts = unzipSync(await listFile([person(1)]));
    const styles = strFromU8(parts[STYLES] ?? new Uint8Array());
    const many = styles.replace("</styleSheet>", `<x>${"<y/>".repeat(1_500_000)}</x></styleSheet>`);
    const bytes = zipSync({ ...parts, [STYLES]: strToU8(many) }, { level: 9 });
    expect(bytes.length).toBeLessThan(20_000);
    expect(await readApart(bytes, "名单.xlsx")).toMatchObject({
      refusals: [{ code: "file-too-heavy", field: "file", params: { fileName: "名单.xlsx" } }],
    });
    expect(await code(await listFile([person(1)]))).toBe(1);
  });
});
