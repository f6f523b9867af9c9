import type { Catalog, RefusalFigures, RefusalSentences } from "../catalog.ts";
import type { importRefusals as zhImportRefusals } from "../zhCN/importRefusals.ts";
import { listed } from "./listed.ts";

const tooHeavy = (p: RefusalFigures) =>
  `File ${p.fileName} unpacks to more than can be read: keep the list only, save it as a new .xlsx or .csv and upload that`;

const withTime =
  "Beside the date the cell holds a time of day, which it may not show, so that the day is not certain; write the date alone";

export const importRefusals = {
  "cell-unreadable": () => "This cell cannot be read; enter it again",
  "cell-error": (p) => `The cell holds the error ${p.error}`,
  "character-lost": () =>
    "A character was lost (it shows as ? or �), as a rare one is when a file is saved as CSV or GBK; put it right in the original and save that as .xlsx",
  "column-near-miss": (p) =>
    `"${p.heading}" is no column of the template; did you mean "${p.meantEnglish}" (${p.meant})? Put the heading right and upload the file again, or leave the column out when you confirm`,
  "ambiguous-place": (p) => `Several places are called "${p.place}": enter the code (${p.codes})`,
  "columns-unanswered": (p) =>
    `Say that these columns are left out, or put their headings right and upload the file again: ${listed(p.columns)}`,
  "duplicate-in-file": (p) =>
    p.firstSheet
      ? `The same as row ${p.firstRow} of sheet "${p.firstSheet}"`
      : `The same as row ${p.firstRow}`,
  "file-empty": (p) => `File ${p.fileName} is empty`,
  "file-encrypted": (p) => `File ${p.fileName} has a password; remove it and upload it again`,
  "file-required": () => "Choose a file to upload",
  "file-too-heavy": tooHeavy,
  "file-too-large": (p) => {
    if (p.isPacked) return tooHeavy(p);
    return p.limitMegabytes ? `At most ${p.limitMegabytes} MB` : "This is larger than allowed";
  },
  "file-unreadable": () => "This file cannot be read; use the template and save it as .xlsx, .xls or .csv",
  "format-unknown": (p) =>
    `The cell has the display format "${p.format}", which is not understood: format the column as text and enter it again`,
  "formula-not-allowed": () => "No formulas: paste the value",
  "heading-unreadable": (p) =>
    `The heading of column "${p.heading}" ${p.isFormula ? "is a formula" : "cannot be read"}, so it may be a column of the template; write it as text and upload again, or choose to leave it out when you confirm`,
  "lists-hidden": (p) =>
    `The list is on a hidden sheet (${listed(p.sheets)}): unhide it and upload the file again`,
  "merged-cell": () => "Unmerge these cells",
  "missing-columns": (p) =>
    `Sheet "${p.sheet}" lacks the columns ${p.columnsEnglish}${p.near ? ` (is it ${listed(p.near)}? Use the headings of the template)` : ""}${p.unread ? `; the headings of ${listed(p.unread)} are formulas or cannot be read: write them as text` : ""}`,
  "not-a-code": () => "A code has letters, digits and hyphens only, at most 20",
  "not-a-date": (p) =>
    p.hasTime ? `${withTime}, like 2026-03-02` : "This is not a date; write it like 2026-03-02",
  "not-a-kind": () => "The kind is officer or auxiliary",
  "not-a-month": (p) =>
    p.hasTime ? `${withTime}, like 1995-06` : "This is not a month; write it like 1995-06",
  "not-a-service-number": () => "A service number has letters, digits and hyphens only, at most 20",
  "not-a-post-role": () => "Choose the role from the list of the template",
  "officer-named-otherwise": (p) => `The name on file of ${p.serviceNumber} is another one: check the number`,
  "post-appointed-otherwise": (p) =>
    `This post is on file as appointed by "${p.appointedBy}"; a list does not change a post on file`,
  "post-held-in-file": (p) =>
    `Row ${p.firstRow}${p.firstSheet ? ` of the sheet "${p.firstSheet}"` : ""} gives the same officer the same role at this place for days in common`,
  "not-a-sex": () => "The sex is male or female",
  "not-a-unit-kind": () => "The kind is bureau, branch, station or office",
  "not-a-pair-scheme": () =>
    "No pair scheme has this name: choose from the list of the template, or enter the name that it has now",
  "not-yes-or-no": () => "Write yes or no",
  "paired-otherwise": (p) =>
    `This secondment has a pair with ${p.number} ${p.name} already, which no list changes; change it in the pair`,
  "partner-differs": (p) =>
    p.firstRow
      ? `Row ${p.firstRow}${p.firstSheet ? ` of sheet "${p.firstSheet}"` : ""} has the partner of this number otherwise`
      : `This is not what is on file of number ${p.number}; check the partner's number`,
  "partner-elsewhere": (p) =>
    `Number ${p.number} does not belong to the host station (on file in unit ${p.unit}); a partner does`,
  "partner-in-list": (p) =>
    `Row ${p.row}${p.firstSheet ? ` of sheet "${p.firstSheet}"` : ""} sends this partner away, who leads nobody then`,
  "partner-needed": () => "The row says something of a pair, and has no number of the partner",
  "partner-seconded": (p) => `The partner is on a secondment from ${p.from} to ${p.to} and leads nobody then`,
  "partner-unknown": (p) =>
    `Number ${p.number} is not on file: write the partner's sex and birth month, too, and they are put on file at the host station`,
  "not-text": () => "This must be text",
  "nothing-to-import": () => "There is no row to import",
  "number-lost-digits": () =>
    "The spreadsheet changed this number: format the column as text and enter it again",
  "post-twice-in-file": (p) =>
    `The same post at the same station as row ${p.firstRow}${p.firstSheet ? ` of sheet "${p.firstSheet}"` : ""}`,
  "quote-not-closed": (p) =>
    `A quotation mark ${p.row ? `in row ${p.row}` : "in this row"} has no partner: ${p.lines} lines of text became one cell and were not read as rows; add or remove the mark`,
  "repeated-columns": (p) => `Sheet "${p.sheet}" repeats the columns ${p.columnsEnglish}`,
  "same-person-in-file": (p) =>
    `Number ${p.known} is not on file yet: of rows that are one person keep one; leave this row out, or say that it is another person`,
  "same-person-known": (p) =>
    `Numbers ${p.number} and ${p.known} are both on file: if they are one person, leave this row out and merge the numbers on the officer's page`,
  "same-person-other-number": (p) => {
    if (p.merged) {
      const merged = `Number ${p.merged} was merged into ${p.known} (the same person) and is imported no more`;
      return `${merged}. ${p.asked ? "Say below whether it is the same person" : `Write ${p.known}`}`;
    }
    const known = listed(p.known);
    const same = `Once corrected, name, sex, birth month and home unit are those of number ${known}, too`;
    if (p.corrected)
      return `${same}. If it is the same person, merge the numbers; if not, tick "This is another person"`;
    if (p.approved)
      return `${same}, which nobody looked at when it was proposed. Reject it with that reason, so that it is looked at and proposed again`;
    if (p.moved && !p.byForm) {
      const moved = `With this home unit, name, sex, birth month and home unit of number ${p.moved} are those of number ${known}, too`;
      return p.asked
        ? `${moved}. Say below whether it is another person`
        : `${moved}. If it is the same person, merge the numbers on the officer's page; if not, correct the home unit under Units and people with "This is another person" ticked, and upload again`;
    }
    const why = `This may be the person of number ${known}: the numbers differ by leading zeros or case only, or name, sex, birth month and home unit are the same`;
    if (p.byForm) return `${why}. If so, use that number; if not, tick "This is another person"`;
    if (p.asked) return `${why}. Say below whether it is the same person`;
    return `${why}. If so, write ${p.known}; if this is another person, put the number on file under Units and people first and upload again`;
  },
  "same-person-twice": (p) =>
    `Row ${p.firstRow}${p.firstSheet ? ` of sheet "${p.firstSheet}"` : ""} is the person of number ${p.known} already; leave one of the two rows out`,
  "same-person-undecided": (p) => {
    const place = p.sheet ? `Sheet "${p.sheet}", row ${p.row}: ` : `Row ${p.row}: `;
    return `${p.row ? `${place}say` : "Say"} whether this is the person of number ${p.known}`;
  },
  "sheets-disagree": (p) =>
    `Sheets ${listed(p.sheets)} look like lists and differ in their columns (${p.columnsEnglish}), so they cannot be read together: give them the same headings, or delete or hide what is not needed`,
  "shown-otherwise": (p) =>
    p.shown === ""
      ? "The cell holds something and shows nothing: format the column as text and enter it again"
      : `The cell shows "${p.shown}" and holds something else: format the column as text and enter it again`,
  "too-many-rows": (p) => `At most ${p.limit} rows; split the file`,
  "unit-changed-since": (p) =>
    `Unit ${p.unit} was changed after the check and stays as it is; upload the file again if it is to be updated`,
  "unit-would-change": (p) => {
    const above = p.moved ? `; parent unit: ${p.above || "none"} → ${p.aboveThen || "none"}` : "";
    return `Unit ${p.unit} is otherwise on file: ${p.was} → ${p.becomes}${above}. It is updated only if it is ticked when the import is confirmed, and stays as it is otherwise`;
  },
} satisfies RefusalSentences & Catalog<typeof zhImportRefusals>;
