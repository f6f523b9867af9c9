import { csvBytes, gb18030, headings, listFile } from "../files.ts";
import { lines, pasted, somebody, typed, utf16 } from "../tryFiles.ts";
import { as, row, second, stored, type Tries } from "./right.ts";

export const textTries: Tries = {
  "text files": [
    [
      "a mark never closed",
      () => lines(row, `${somebody(2).join(",")},"无`, somebody(3).join(",")),
      stored,
      "3 J quote-not-closed",
      "J notice column-without-heading",
    ],
    [
      "the same in pasted text",
      () => pasted(`${somebody().join("\t")}\t"x`, somebody(2).join("\t")),
      "2 J quote-not-closed",
      "J notice column-without-heading",
    ],
    ["a mark within a cell", () => lines(somebody().with(1, '甲"乙').join(",")), as({ name: '甲"乙' })],
    ["Ctrl-Z at the end", () => lines(`${row}\u001a`), stored],
    ["Ctrl-Z in the middle", () => lines(`${row}\u001a`, somebody(2).join(",")), "refused file-unreadable"],
    [
      "UTF-16, small end first, marked",
      () => utf16(`\ufeff${[headings, somebody()].map((each) => each.join("\t")).join("\r\n")}`),
      stored,
    ],
    [
      "UTF-16, big end first, not marked",
      () => utf16([headings, somebody()].map((each) => each.join("\t")).join("\r\n"), true),
      stored,
    ],
    [
      "UTF-16 with half a character",
      () => utf16(`\ufeff${headings.join(",")}\r\n${row}`).slice(0, -1),
      "refused file-unreadable",
    ],
    ["GB18030", () => gb18030([headings.join(","), row].join("\r\n")), stored],
    [
      "three kinds of line ends",
      () => csvBytes(`${headings.join(",")}\r\n${row}\n${somebody(2).join(",")}\r`),
      stored,
      second,
    ],
    [
      "a row that is too short",
      () => lines(row, "100002,学员2,女,1995-06,民警"),
      stored,
      "3 homeUnit required",
      "3 hostStation required",
    ],
    [
      "a line that names its separator",
      () => csvBytes(`sep=,\r\n${headings.join(",")}\r\n${row}`),
      "3 100001 学员1 1995-06 2026-03-02",
      "1 notice rows-above-headings",
    ],
    ['="07"', () => lines(somebody().with(0, '="0705309"').join(",")), "2 serviceNumber formula-not-allowed"],
  ],
  names: [
    ["blanks between the characters", () => typed("B", "张\u3000三"), as({ name: "张 三" })],
    ["middle dots", () => typed("B", "阿依努尔•买买提"), as({ name: "阿依努尔•买买提" })],
    ["characters beyond the first plane", () => typed("B", "𠮷田𬴂"), as({ name: "𠮷田𬴂" })],
    ["a composed letter", () => typed("B", "Rene\u0301"), as({ name: "René" })],
    [
      "a character that another program lost",
      () => lines(somebody().with(1, "张?").join(",")),
      "2 name character-lost",
    ],
    ["and one that could not be decoded", () => typed("B", "张\ufffd"), "2 name character-lost"],
    ["a mark that turns the direction", () => typed("B", "甲\u202e乙"), as({ name: "甲乙" })],
  ],
  "one person and bounds": [
    ["zeros that were eaten", () => typed("A", 705301), "2 serviceNumber same-person-other-number"],
    ["another case", () => typed("A", "AB-7"), "2 serviceNumber same-person-other-number"],
    [
      "the same facts under another number",
      () => listFile([["9", "欧阳锋", ...somebody().slice(2)]]),
      "2 serviceNumber same-person-other-number",
    ],
    ["born in 2095", () => typed("D", "2095-06"), "2 birthMonth birth-out-of-bounds"],
    ["not yet sixteen", () => typed("D", "2010-04"), "2 birthMonth birth-out-of-bounds"],
    ["a start years away", () => typed("I", "2062-03-02"), "2 from start-out-of-bounds"],
  ],
};
