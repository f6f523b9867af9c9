import type { ImportNotice } from "@dunmiao/domain/import/importRow";
import { type Headings, nameAt } from "./headings.ts";
import type { RawRow, RawSheet } from "./rawWorkbook.ts";
import { isDataRow, isFilled } from "./rows.ts";
import { isOtherList, type Lists } from "./sheets.ts";

/** Pieces of a list of rows that a notice names; how many there are it says in any case. */
const MAX_PIECES = 30;
/** Columns without a heading and columns not used that are named one by one. */
const MAX_COLUMNS_NAMED = 100;

/**
 * What a sheet holds and no row of the list was made of, and what was read though nobody sees it. Columns that may
 * mean one of ours, or whose heading cannot be read, are not among them: those are asked about.
 */
export function noticesOf(sheet: RawSheet, headings: Headings): ImportNotice[] {
  const data = sheet.rows.filter((row) => isDataRow(row, headings));
  const about = (code: string, rows: readonly RawRow[]) => rowsNotice(sheet, code, rows);
  const others = sheet.rows.filter((row) => row.row > headings.row && !isDataRow(row, headings));
  const isPost = (row: RawRow) => [...headings.places].some(([, place]) => isFilled(row.cells[place]));
  const hidden = sheet.isFiltered ? "rows-filtered" : "rows-hidden";
  return [
    ...about(
      "rows-above-headings",
      sheet.rows.filter(({ row }) => row < headings.row),
    ),
    ...about(
      "rows-not-read",
      others.filter((row) => !isPost(row)),
    ),
    ...about("rows-without-person", others.filter(isPost)),
    ...about(
      hidden,
      data.filter((row) => row.isHidden),
    ),
    ...about(
      "rows-struck",
      data.filter((row) => row.isStruck),
    ),
    ...joinedLines(sheet, data),
    ...columnNotices(sheet, headings, data),
    ...(sheet.isCutOff ? [{ ...sheetOf(sheet), code: "columns-beyond" }] : []),
  ];
}

/** Sheets with something in them of which nothing was read. */
export function sheetNotices({ unread, empty }: Pick<Lists, "unread" | "empty">): ImportNotice[] {
  const shown = unread.filter((sheet) => !sheet.isHidden);
  const notice = (code: string) => (sheet: RawSheet) => ({ ...sheetOf(sheet), code });
  return [
    ...unread.filter((sheet) => sheet.isHidden).map(notice("sheet-hidden")),
    ...shown.filter(isOtherList).map(notice("sheet-of-others")),
    ...shown.filter((sheet) => !isOtherList(sheet)).map(notice("sheet-not-read")),
    ...empty.map(notice("sheet-empty")),
  ];
}

const sheetOf = ({ name }: RawSheet) => (name === "" ? {} : { sheet: name });

function rowsNotice(sheet: RawSheet, code: string, rows: readonly RawRow[]): ImportNotice[] {
  const [first] = rows;
  if (!first) return [];
  const params = { rows: rowsText(rows.map(({ row }) => row)), count: rows.length };
  return [{ ...sheetOf(sheet), row: first.row, code, params }];
}

/** `3、5–7` */
function rowsText(rows: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const pieces = ranges.slice(0, MAX_PIECES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${pieces.join("、")}${ranges.length > MAX_PIECES ? "…" : ""}`;
}

/** A cell with line breaks is as it should be; that it has them is told, since an unseen quotation mark does the same. */
function joinedLines(sheet: RawSheet, data: readonly RawRow[]): ImportNotice[] {
  const joined = data.filter(({ lines = 1, doubtfulCell }) => lines > 1 && doubtfulCell === undefined);
  return rowsNotice(sheet, "lines-joined", joined);
}

function columnNotices(sheet: RawSheet, headings: Headings, data: readonly RawRow[]): ImportNotice[] {
  const ours = new Set(headings.places.values());
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const notices: ImportNotice[] = [];
  for (let place = 0; place < width && notices.length < MAX_COLUMNS_NAMED; place += 1) {
    const other = headings.others.find((each) => each.place === place);
    const isHidden = sheet.hiddenColumns?.has(place) === true;
    const column = nameAt(headings, place);
    const isUsed = data.some(({ cells }) => isFilled(cells[place]));
    if (ours.has(place)) {
      if (isHidden && isUsed) notices.push({ ...sheetOf(sheet), column, code: "column-hidden" });
      if (headings.formulas.includes(place))
        notices.push({ ...sheetOf(sheet), row: headings.row, column, code: "heading-formula" });
    } else if (other && !other.near && !other.doubt)
      notices.push({ ...sheetOf(sheet), row: headings.row, column, code: "column-not-used" });
    else if (!other && isUsed) notices.push({ ...sheetOf(sheet), column, code: "column-without-heading" });
  }
  return notices;
}
