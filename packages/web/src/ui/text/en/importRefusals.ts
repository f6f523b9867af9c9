import type { RefusalSentences } from "../../refusalSentence.ts";
import type { Catalog } from "../../text.ts";
import type { importRefusals as zhImportRefusals } from "../zhCN/importRefusals.ts";

export const importRefusals = {
  "cell-unreadable": () => "This cell cannot be read; enter it again",
  "cell-error": (p) => `The cell holds the error ${p.error}`,
  "duplicate-in-file": (p) => `The same as row ${p.firstRow}`,
  "file-empty": (p) => `File ${p.fileName} is empty`,
  "file-encrypted": (p) => `File ${p.fileName} has a password; remove it and upload it again`,
  "file-required": () => "Choose a file to upload",
  "file-too-large": (p) =>
    p.limitMegabytes ? `At most ${p.limitMegabytes} MB` : "This is larger than allowed",
  "file-unreadable": () => "This file cannot be read; use the template and save it as .xlsx, .xls or .csv",
  "format-unknown": (p) =>
    `The cell has the display format "${p.format}", which is not understood: format the column as text and enter it again`,
  "formula-not-allowed": () => "No formulas: paste the value",
  "merged-cell": () => "Unmerge these cells",
  "missing-columns": (p) => `Sheet "${p.sheet}" lacks the columns ${p.columnsEnglish}`,
  "not-a-code": () => "A code has letters, digits and hyphens only, at most 20",
  "not-a-date": () => "This is not a date; write it like 2026-03-02",
  "not-a-kind": () => "The kind is officer or auxiliary",
  "not-a-month": () => "This is not a month; write it like 1995-06",
  "not-a-service-number": () => "A service number has letters, digits and hyphens only, at most 20",
  "not-a-sex": () => "The sex is male or female",
  "not-a-unit-kind": () => "The kind is bureau, branch, station or office",
  "not-text": () => "This must be text",
  "nothing-to-import": () => "There is no row to import",
  "number-lost-digits": () =>
    "The spreadsheet changed this number: format the column as text and enter it again",
  "post-twice-in-file": (p) => `The same post at the same station as row ${p.firstRow}`,
  "repeated-columns": (p) => `Sheet "${p.sheet}" repeats the columns ${p.columnsEnglish}`,
  "shown-otherwise": (p) =>
    p.shown === ""
      ? "The cell holds something and shows nothing: format the column as text and enter it again"
      : `The cell shows "${p.shown}" and holds something else: format the column as text and enter it again`,
  "too-many-rows": (p) => `At most ${p.limit} rows; split the file`,
} satisfies RefusalSentences & Catalog<typeof zhImportRefusals>;
