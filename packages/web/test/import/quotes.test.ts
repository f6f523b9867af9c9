import { describe, expect, it } from "vitest";
import { csvBytes, headings, person, read, refusalOf } from "./files.ts";

const columns = [...headings, "备注"];
const lines = (...remarks: string[]) => [
  columns,
  ...remarks.map((remark, index) => [...person(index + 1), remark]),
];
const file = (delimiter: string, ...remarks: string[]) =>
  csvBytes(
    lines(...remarks)
      .map((cells) => cells.join(delimiter))
      .join("\r\n"),
  );

describe.each([
  ["CSV", ","],
  ["pasted tab text", "\t"],
])("a quotation mark in %s", (_kind, delimiter) => {
  it.each<[why: string, remarks: string[], row: number, joined: number, read: number]>([
    ["never closed", ["", '"无', "", ""], 3, 3, 2],
    ["never closed in the last row", ["", "", '"无'], 4, 1, 3],
    ["closed in the middle of the cell", ['"无"异议', ""], 2, 1, 2],
    ["closed by the next open one", ['"无', "", '"另'], 2, 3, 1],
    ["closed by a mark at the end of a later cell", ['"无', "", '无"', ""], 2, 3, 2],
  ])("%s is an error of the row that opens it", async (_why, remarks, row, joined, count) => {
    const { secondments } = await read(file(delimiter, ...remarks));
    expect(secondments).toHaveLength(count);
    const wrong = secondments.filter(({ errors }) => errors.length > 0);
    expect(wrong).toMatchObject([
      { row, errors: [{ column: "备注", code: "quote-not-closed", params: { lines: joined } }] },
    ]);
  });

  it("counts the lines of the file, with or without an end to the last one", async () => {
    for (const end of ["", "\r\n"]) {
      const bytes = Buffer.concat([file(delimiter, "", '"无', ""), Buffer.from(end)]);
      const { text, secondments } = await read(bytes);
      expect(text).toEqual({ lines: 4, records: 3 });
      expect(secondments[1]?.errors[0]?.params).toEqual({ lines: 2 });
    }
  });

  it("in a cell of ours, and in a row without anything else", async () => {
    const [row] = (
      await read(
        csvBytes([columns, person(1).with(1, '"甲')].map((cells) => cells.join(delimiter)).join("\n")),
      )
    ).secondments;
    expect(row?.errors[0]).toMatchObject({ column: "name", code: "quote-not-closed" });
    const alone = csvBytes(
      [columns, person(1), [...columns.map(() => "")].with(9, '"')]
        .map((cells) => cells.join(delimiter))
        .join("\n"),
    );
    expect((await read(alone)).secondments[1]).toMatchObject({ row: 3 });
  });

  it("above the list or in its headings refuses the file", async () => {
    const title = [['"二〇二六年名单'], columns, person(1)].map((cells) => cells.join(delimiter)).join("\n");
    expect(await refusalOf(csvBytes(title))).toMatchObject({
      code: "quote-not-closed",
      params: { row: 1, lines: 3 },
    });
    const heading = [columns.with(9, '"备注'), person(1)].map((cells) => cells.join(delimiter)).join("\n");
    expect(await refusalOf(csvBytes(heading))).toMatchObject({
      code: "quote-not-closed",
      params: { row: 1, lines: 2 },
    });
  });

  it("that is closed is none: line breaks, commas and marks inside a cell", async () => {
    const bytes = file(delimiter, '"一、好，\n二、""很好"""', '"甲,乙;丙"', '5"屏');
    const { secondments, text, notices } = await read(bytes);
    expect(secondments.map(({ row, isComplete }) => [row, isComplete])).toEqual([
      [2, true],
      [3, true],
      [4, true],
    ]);
    expect(text).toEqual({ lines: 5, records: 4 });
    expect(notices).toMatchObject(
      [
        { code: "column-not-used" },
        { code: "lines-joined", row: 2, params: { rows: "2", count: 1 } },
      ].toReversed(),
    );
  });
});

describe("a text file", () => {
  const text = [headings, person(1), person(2)].map((cells) => cells.join(",")).join("\r\n");
  const utf16 = (value: string, order: "le" | "be") => {
    const bytes = Buffer.from(value, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };
  it.each<[string, Uint8Array]>([
    ["with Ctrl-Z at the end", csvBytes(`${text}\u001a`)],
    ["with line ends and several Ctrl-Z", csvBytes(`${text}\r\n\u001a\u001a\r\n`)],
    ["in UTF-16, small end first, with its mark", utf16(`\uFEFF${text}`, "le")],
    ["in UTF-16, big end first, with its mark", utf16(`\uFEFF${text}`, "be")],
    ["in UTF-16, small end first, without a mark", utf16(text, "le")],
    ["in UTF-16, big end first, without a mark", utf16(text, "be")],
    ["in UTF-16 with tabs and Ctrl-Z", utf16(`\uFEFF${text.replaceAll(",", "\t")}\u001a`, "be")],
  ])("%s is read", async (_what, bytes) => {
    const { secondments, text: counted } = await read(bytes);
    expect(secondments.map(({ cells }) => cells.serviceNumber)).toEqual(["100001", "100002"]);
    expect(counted).toEqual({ lines: 3, records: 3 });
  });

  it("with Ctrl-Z in the middle is no text: what stands after it would be lost", async () => {
    expect((await refusalOf(csvBytes(text.replace("100002", "\u001a100002"))))?.code).toBe("file-unreadable");
  });
});
