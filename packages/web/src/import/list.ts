import type { ImportNotice } from "@dunmiao/domain/import/importRow";
import { accept, isRefusalCode, type Outcome, type Refused, refuse } from "@dunmiao/domain/refusal";
import type * as z from "zod";
import type { DateSystem, Params } from "./cells.ts";
import type { Column } from "./column.ts";
import { sheetsOfTemplate } from "./columns.ts";
import type { OtherHeading } from "./headings.ts";
import { noticesOf } from "./notices.ts";
import { type CellError, isDataRow, isFilled, type ReadRow, readRows } from "./rows.ts";
import type { ListSheet, SheetKey } from "./sheets.ts";

/** Data rows that the sheets of one kind may hold. */
export const MAX_ROWS = 5_000;

type Loose<Cells> = { readonly [Key in keyof Cells]?: Cells[Key] | undefined };
/** Where a row stands: `row` counts from 1 as Excel shows it, `sheetName` is there where it is not the template's. */
export type Place = { readonly sheet: SheetKey; readonly sheetName?: string; readonly row: number };
/** A data row. Only a complete row has all its cells; any other says why not in `errors` (`column` is the key of the column). */
export type ParsedRow<Cells> = Place & { readonly errors: readonly CellError[] } & (
    | { readonly isComplete: true; readonly cells: Cells }
    | { readonly isComplete: false; readonly cells: Loose<Cells> }
  );
/** A heading that may mean a column of ours, or (`doubt`) cannot be read: an error until a person says that it is left out. */
export type AskedColumn = Place &
  Pick<OtherHeading, "heading" | "doubt"> & { readonly meant?: Pick<Column, "zh" | "en"> };
export type List<Cells> = {
  readonly rows: ParsedRow<Cells>[];
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly near: readonly AskedColumn[];
  readonly notices: readonly ImportNotice[];
};

type Job<Cells> = {
  readonly lists: readonly ListSheet[];
  readonly key: SheetKey;
  readonly dateSystem: DateSystem;
  readonly full: z.ZodType<Cells>;
  readonly loose: z.ZodType<Loose<Cells>>;
};
type PlacedRow = ReadRow & Place;

/** Reads the sheets of one kind into checked rows, in the order of the file. Refuses `missing-columns`, `repeated-columns`, `quote-not-closed`, `too-many-rows`. */
export function readList<Cells>(job: Job<Cells>): Outcome<List<Cells>> {
  const { lists, key } = job;
  const { columns, unique } = sheetsOfTemplate[key];
  for (const list of lists) {
    const problem = doubtAbove(list) ?? headingProblem(list, key);
    if (problem) return problem;
  }
  const sheets = lists.map(({ sheet, headings }) => {
    const place = {
      sheet: key,
      ...(lists.length > 1 ? { sheetName: sheet.name } : nameUnlessOurs(sheet.name, key)),
    };
    const rows: PlacedRow[] = readRows(sheet, headings, columns, job.dateSystem).map((row) => ({
      ...place,
      ...row,
    }));
    const near = askedColumns(place, { sheet, headings });
    return { name: sheet.name, rows, near, notices: noticesOf(sheet, headings) };
  });
  const read = sheets.flatMap((sheet) => sheet.rows);
  if (read.length > MAX_ROWS)
    return refuse("too-many-rows", "file", { limit: MAX_ROWS, sheet: sheetsOfTemplate[key].zh });
  if (unique) markRepeats(read, unique);
  return accept({
    rows: read.map((row) => checkRow(job, row)),
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    near: sheets.flatMap(({ near }) => near),
    notices: sheets.flatMap((sheet) => sheet.notices),
  });
}

/** A text file has one sheet without a name; the template's own names say nothing more than the kind does, where it is the only one. */
function nameUnlessOurs(name: string, key: SheetKey): { sheetName?: string } {
  const { zh, en } = sheetsOfTemplate[key];
  return name === "" || name === zh || name === en ? {} : { sheetName: name };
}

/** A heading that cannot be read over an empty column loses nothing. */
function askedColumns(of: Omit<Place, "row">, { sheet, headings }: ListSheet): AskedColumn[] {
  const isUsed = (place: number) =>
    sheet.rows.some((row) => isDataRow(row, headings) && isFilled(row.cells[place]));
  return headings.others.flatMap(({ heading, place, near, doubt }) => {
    if (!near && !(doubt && isUsed(place))) return [];
    const meant = near && { zh: near.zh, en: near.en };
    return [{ ...of, row: headings.row, heading, ...(meant ? { meant } : doubt && { doubt }) }];
  });
}

const quoted = ({ heading }: OtherHeading) => `“${heading}”`;

function headingProblem({ sheet, headings }: ListSheet, key: SheetKey): Refused | undefined {
  const names = (columns: readonly Column[]): Params => ({
    sheet: sheet.name || sheetsOfTemplate[key].zh,
    columns: columns.map((column) => column.zh).join("、"),
    columnsEnglish: columns.map((column) => column.en).join(", "),
  });
  if (headings.missing.length > 0) {
    const near = headings.others.filter((other) => other.near && headings.missing.includes(other.near));
    const found = near.map(quoted).join("、");
    const unreadable = headings.others.filter((other) => other.doubt && !near.includes(other));
    const unread = unreadable.map(quoted).join("、");
    return refuse("missing-columns", "file", {
      ...names(headings.missing),
      ...(found && { near: found }),
      ...(unread && { unread }),
    });
  }
  if (headings.repeated.length > 0) return refuse("repeated-columns", "file", names(headings.repeated));
  return undefined;
}

/** A quotation mark left open above the list or in its headings takes the list with it. */
function doubtAbove({ sheet, headings }: ListSheet): Refused | undefined {
  const last = headings.missing.length > 0 ? Number.POSITIVE_INFINITY : headings.row;
  const doubt = sheet.rows.find(({ row, doubtfulCell }) => doubtfulCell !== undefined && row <= last);
  return doubt && refuse("quote-not-closed", "file", { row: doubt.row, lines: doubt.lines ?? 1 });
}

function markRepeats(rows: readonly PlacedRow[], column: string): void {
  const firsts = new Map<string, PlacedRow>();
  for (const each of rows) {
    const value = each.values.get(column);
    if (value === undefined) continue;
    const first = firsts.get(value);
    if (!first) {
      firsts.set(value, each);
      continue;
    }
    const params = { firstRow: first.row, ...firstSheet(first, each) };
    each.errors.push({ column, code: "duplicate-in-file", params });
  }
}

type Sheet = { readonly sheet: SheetKey; readonly sheetName?: string | undefined };

/** The sheet of an earlier row, where it is another one. */
export function firstSheet(first: Sheet, later: Sheet): { firstSheet?: string } {
  if (first.sheetName === later.sheetName) return {};
  return { firstSheet: first.sheetName ?? sheetsOfTemplate[first.sheet].zh };
}

function checkRow<Cells>(
  { full, loose }: Job<Cells>,
  { values, errors, ...place }: PlacedRow,
): ParsedRow<Cells> {
  const cells = full.safeParse(Object.fromEntries(values));
  if (cells.success && errors.length === 0) return { ...place, isComplete: true, cells: cells.data, errors };
  const found = cells.success ? [] : cells.error.issues.filter((issue) => values.has(String(issue.path[0])));
  const seen = new Set(errors.map((error) => error.column));
  const valid = new Map(values);
  for (const issue of found) {
    const column = String(issue.path[0]);
    valid.delete(column);
    if (!seen.has(column)) errors.push({ column, ...describe(issue) });
    seen.add(column);
  }
  return { ...place, isComplete: false, cells: loose.parse(Object.fromEntries(valid)), errors };
}

/** The schemas carry our codes as their messages; any other message is zod's own. */
function describe(issue: z.core.$ZodIssue): Pick<CellError, "code" | "params"> {
  const code = isRefusalCode(issue.message) ? issue.message : "invalid-value";
  return issue.code === "too_big" ? { code, params: { max: Number(issue.maximum) } } : { code };
}
