import type { Catalog, NoticeSentences } from "../catalog.ts";
import type { importNotices as zhImportNotices } from "../zhCN/importNotices.ts";
import { listed } from "./listed.ts";

export const importNotices = {
  "column-hidden": (p) => `The column "${p.column}" is hidden in the file and was read`,
  "column-left-out": (p) => `The column "${p.column}" is left out, as whoever uploaded the file chose`,
  "column-not-used": (p) => `"${p.column}" is no column of the template and was not read`,
  "column-without-heading": (p) => `Column ${p.column} holds something, has no heading and was not read`,
  "columns-beyond": () => "There is something beyond column 100; it was not read",
  "heading-formula": (p) => `The heading "${p.column}" is a formula; the column was read by what it shows`,
  "lines-joined": (p) =>
    `Cells in rows ${listed(p.rows)} have line breaks: one record on several lines (${p.count})`,
  "parts-struck": () =>
    "This .xls file has a font that strikes through, so parts of some cells may be struck; where cannot be told, and all of the text was read: compare with the file",
  "rows-above-headings": (p) => `Rows ${listed(p.rows)} stand above the headings and were not read`,
  "rows-filtered": (p) => `Rows ${listed(p.rows)} are filtered out or hidden and were read (${p.count})`,
  "rows-hidden": (p) => `Rows ${listed(p.rows)} are hidden in the file and were read (${p.count})`,
  "rows-not-read": (p) =>
    `Rows ${listed(p.rows)} hold nothing in the columns of the list and were not read (${p.count})`,
  "rows-struck": (p) =>
    `Rows ${listed(p.rows)} are struck through and were read (${p.count}); delete in the file what is not to be imported and upload it again`,
  "rows-without-person": (p) =>
    `Rows ${listed(p.rows)} have a station or post, nobody in it, and were not read (${p.count})`,
  "sheet-empty": (p) => `Sheet "${p.sheet}" has headings and no rows`,
  "sheet-hidden": (p) => `Sheet "${p.sheet}" is hidden and was not read`,
  "sheet-of-others": (p) => `Sheet "${p.sheet}" is a list that is imported elsewhere and was not read here`,
  "sheet-not-read": (p) => `Sheet "${p.sheet}" is no list and was not read`,
} satisfies NoticeSentences & Catalog<typeof zhImportNotices>;
