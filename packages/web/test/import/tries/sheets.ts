import { headings, listFile } from "../files.ts";
import { lines, somebody, xml } from "../tryFiles.ts";
import { xlsFile } from "../xlsFile.ts";
import { as, book, list, row, second, stored, type Tries, under } from "./right.ts";

export const sheetTries: Tries = {
  "cells of other kinds": [
    ["an error", () => xml("B2", '<c r="B2" t="e"><v>#N/A</v></c>'), "2 name cell-error"],
    ["a lost reference", () => xml("A2", '<c r="A2" t="e"><v>#REF!</v></c>'), "2 serviceNumber cell-error"],
    [
      "a formula without a result",
      () => xml("A2", '<c r="A2"><f>B2</f></c>'),
      "2 serviceNumber formula-not-allowed",
    ],
    [
      "a formula with one",
      () => xml("B2", '<c r="B2" t="str"><f>A2</f><v>甲</v></c>'),
      "2 name formula-not-allowed",
    ],
    [
      "text in pieces with its reading above",
      () =>
        xml(
          "B2",
          '<c r="B2" t="inlineStr"><is><r><t>欧</t></r><r><t>阳</t></r><rPh sb="0" eb="1"><t>オウ</t></rPh></is></c>',
        ),
      as({ name: "欧阳" }),
    ],
    [
      "a character written as its code",
      () => xml("A2", '<c r="A2" t="inlineStr"><is><t>_x0041_07</t></is></c>'),
      as({ number: "A07" }),
    ],
    [
      "cells merged downwards",
      () =>
        listFile([somebody(), somebody(2).with(8, "")], {
          merges: [{ startRow: 1, endRow: 2, startCol: 8, endCol: 8 }],
        }),
      stored,
      "3 from merged-cell",
    ],
    [
      "a row struck through",
      () =>
        listFile([somebody(), somebody(2)], {
          cells: new Map([["2,1", { style: { font: { strikethrough: true } } }]]),
        }),
      stored,
      second,
      "3 notice rows-struck",
    ],
    [
      "a hidden row",
      () => xlsFile([headings, somebody(), somebody(2)], { hiddenRows: [2] }),
      stored,
      second,
      "3 notice rows-hidden",
    ],
    [
      "a hidden column",
      () => xlsFile([headings, somebody()], { hiddenColumns: [1] }),
      stored,
      "姓名 notice column-hidden",
    ],
    [
      "a blank far down",
      () => xlsFile([headings, somebody(), ...Array.from({ length: 20_000 }, () => ["\u3000"])]),
      stored,
    ],
    [
      "a sum under the list",
      () => lines(row, "合计,1,,,,,,,"),
      stored,
      "3 serviceNumber not-a-service-number",
      ...["sex", "birthMonth", "kind", "homeUnit", "hostStation"].map((column) => `3 ${column} required`),
    ],
  ],
  sheets: [
    [
      "a copy",
      () => book(list("挂职名单", somebody()), list("挂职名单 (2)", somebody(2))),
      stored,
      "2 100002 学员2 1995-06 2026-03-02",
    ],
    [
      "an old one that is hidden",
      () => book({ ...list("挂职名单", somebody(2)), hidden: true }, list("新", somebody())),
      stored,
      "notice sheet-hidden",
    ],
    [
      "one that is very hidden",
      () => book({ ...list("挂职名单", somebody(2)), veryHidden: true }, list("新", somebody())),
      stored,
      "notice sheet-hidden",
    ],
    [
      "an empty one with the right name",
      () => book(list("挂职名单"), list("新", somebody())),
      stored,
      "notice sheet-empty",
    ],
    ["a hidden one alone", () => xlsFile([headings, somebody()], { isHidden: true }), "refused lists-hidden"],
    [
      "two that differ in their columns",
      () =>
        book(list("甲", somebody()), { name: "乙", rows: [headings.slice(0, 8), somebody(2).slice(0, 8)] }),
      "refused sheets-disagree",
    ],
    [
      "a second list under the first",
      () => book({ name: "挂职名单", rows: [headings, somebody(), [], headings] }),
      stored,
      ...["serviceNumber not-a-service-number", "sex not-a-sex", "birthMonth not-a-month"].map(
        (each) => `4 ${each}`,
      ),
      ...["kind not-a-kind", "homeUnit unknown-unit", "hostStation unknown-unit", "from not-a-date"].map(
        (each) => `4 ${each}`,
      ),
    ],
    [
      "two lists side by side",
      () =>
        book({
          name: "挂职名单",
          rows: [
            [...headings, "", ...headings],
            [...somebody(), "", ...somebody(2)],
          ],
        }),
      "refused repeated-columns",
    ],
  ],
  headings: [
    ["起始日期 by another word", () => under(8, "任职起始时间"), "1 任职起始时间 column-near-miss", stored],
    ["the same in English", () => under(8, "Begin date"), "1 Begin date column-near-miss", stored],
    ["挂职职务 by another word", () => under(7, "Job title"), "1 Job title column-near-miss", stored],
    ["the post that somebody has now", () => under(7, "现任职务"), stored, "现任职务 notice column-not-used"],
    ["the end of a term", () => under(8, "结束日期"), stored, "结束日期 notice column-not-used"],
    [
      "one of ours twice, by two names",
      () =>
        book({
          name: "挂职名单",
          rows: [
            [...headings, "接收派出所"],
            [...somebody(), "S2"],
          ],
        }),
      "refused repeated-columns",
    ],
    ["a required one by another word", () => under(6, "挂职单位"), "refused missing-columns"],
    ["with a line break and a note", () => under(8, "起始日期\n（年月日）"), stored],
    ["without a heading", () => lines(`${row},x`), stored, "J notice column-without-heading"],
  ],
};
