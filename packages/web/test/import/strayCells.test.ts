import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { headings, listFile, person, read, refusalOf } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const LAST = 1_048_576;

/** The list of two people with something more in its rows. */
async function withRows(xml: string, strings: string[] = []): Promise<Uint8Array> {
  const parts = unzipSync(await listFile([person(1), person(2)]));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const added = strings.map((each) => `<si><t xml:space="preserve">${each}</t></si>`).join("");
  return zipSync({
    ...parts,
    [SHEET]: strToU8(text(SHEET).replace("</sheetData>", `${xml}</sheetData>`)),
    "xl/sharedStrings.xml": strToU8(text("xl/sharedStrings.xml").replace("</sst>", `${added}</sst>`)),
  });
}

describe("blank cells are no rows, however far down", () => {
  const inline = (text: string) =>
    `<row r="${LAST}"><c r="A${LAST}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  it.each<[what: string, xml: string, strings?: string[]]>([
    ["a space", inline(" ")],
    ["an ideographic space", inline("\u3000")],
    ["a no-break space, written as a number", inline("&#160;")],
    ["a line break", inline("&#10;_x000D_")],
    ["a mark that nobody sees", inline("\u200b")],
    ["an empty text", `<row r="${LAST}"><c r="B${LAST}" t="str"><v></v></c></row>`],
    ["a style", `<row r="${LAST}"><c r="I${LAST}" s="0"/></row>`],
    [
      "a shared text of spaces",
      `<row r="${LAST}"><c r="A${LAST}" t="s"><v>STRING</v></c></row>`,
      [" \u3000"],
    ],
    ["a height", `<row r="${LAST}" ht="20" customHeight="1"/>`],
    [
      "a row of styles for every row there is",
      Array.from(
        { length: 300_000 },
        (_, index) => `<row r="${index + 4}"><c r="A${index + 4}" s="0"/></row>`,
      ).join(""),
    ],
  ])("%s", async (_what, xml, strings = []) => {
    const plain = unzipSync(await listFile([person(1), person(2)]));
    const count = strFromU8(plain["xl/sharedStrings.xml"] ?? new Uint8Array()).match(/<si>/g)?.length ?? 0;
    const { secondments } = await read(await withRows(xml.replace("STRING", String(count)), strings));
    expect(secondments.map(({ row, isComplete }) => [row, isComplete])).toEqual([
      [2, true],
      [3, true],
    ]);
  });

  it("in an .xls, too", async () => {
    const blank = Array.from({ length: 30_000 }, () => [" "]);
    const { secondments } = await read(xlsFile([headings, person(1), ...blank, person(2)]));
    expect(secondments.map(({ row }) => row)).toEqual([2, 30_003]);
  });
});

describe("nothing is taken for blank that is not", () => {
  it.each([
    ["a zero", '<c r="A9"><v>0</v></c>'],
    ["true", '<c r="A9" t="b"><v>1</v></c>'],
    ["a formula without a result", '<c r="A9"><f>A1</f></c>'],
    ["a text in pieces", '<c r="A9" t="inlineStr"><is><r><t> </t></r><r><t>x</t></r></is></c>'],
    ["an error", '<c r="A9" t="e"><v>#N/A</v></c>'],
    [
      "a character beyond the first plane, written as a number",
      '<c r="A9" t="inlineStr"><is><t>&#x20BB7;</t></is></c>',
    ],
  ])("%s", async (_what, cell) => {
    const { secondments } = await read(await withRows(`<row r="9">${cell}</row>`));
    expect(secondments.map(({ row }) => row)).toEqual([2, 3, 9]);
  });

  it("cells that do not say where they are keep their places", async () => {
    const cells = person(3).map((text) => (text ? `<c t="inlineStr"><is><t>${text}</t></is></c>` : "<c/>"));
    const { secondments } = await read(await withRows(`<row>${cells.join("")}</row>`));
    expect(secondments[2]).toMatchObject({
      row: 4,
      isComplete: true,
      cells: { serviceNumber: "100003", from: "2026-03-02" },
    });
  });

  it("what could hide from a reader of tags makes the file unreadable", async () => {
    const hidden = await withRows('<row r="9"><c r="A9"><v><![CDATA[5]]></v></c></row>');
    expect((await refusalOf(hidden))?.code).toBe("file-unreadable");
  });
});
