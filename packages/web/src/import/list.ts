import { accept, type Outcome, type Refused, refuse } from "@dunmiao/domain/refusal";
import type * as z from "zod";
import type { DateSystem, Params } from "./cells.ts";
import { type Column, sheetsOfTemplate } from "./columns.ts";
import { type CellError, findHeadings, type Headings, type ReadRow, readRows } from "./rows.ts";
import type { RawSheet } from "./workbook.ts";

/** Data rows that one sheet may hold. */
export const MAX_ROWS = 5_000;

export type SheetKey = keyof typeof sheetsOfTemplate;
type Loose<Cells> = { readonly [Key in keyof Cells]?: Cells[Key] | undefined };
/** A data row: `row` counts from 1 as Excel shows it. Only a complete row has all its cells; any other says why not in `errors` (`column` is the key of the column). */
export type ParsedRow<Cells> = {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly errors: readonly CellError[];
} & (
  | { readonly isComplete: true; readonly cells: Cells }
  | { readonly isComplete: false; readonly cells: Loose<Cells> }
);
export type IgnoredColumn = { readonly sheet: SheetKey; readonly heading: string };
export type List<Cells> = { readonly rows: ParsedRow<Cells>[]; readonly ignored: IgnoredColumn[] };

type Job<Cells> = {
  readonly sheet: RawSheet | undefined;
  readonly key: SheetKey;
  readonly dateSystem: DateSystem;
  readonly full: z.ZodType<Cells>;
  readonly loose: z.ZodType<Loose<Cells>>;
};

/** Reads one sheet into checked rows. No sheet and an empty sheet are an empty list; refuses `missing-columns`, `repeated-columns`, `too-many-rows`. */
export function readList<Cells>(job: Job<Cells>): Outcome<List<Cells>> {
  const { sheet, key } = job;
  if (!sheet || sheet.rows.length === 0) return accept({ rows: [], ignored: [] });
  const { columns, zh } = sheetsOfTemplate[key];
  const headings = findHeadings(sheet, columns);
  const problem = headingProblem(headings, zh);
  if (problem) return problem;
  const read = readRows(sheet, headings, columns, job.dateSystem);
  if (read.length > MAX_ROWS) return refuse("too-many-rows", "file", { limit: MAX_ROWS, sheet: zh });
  markRepeats(read, sheetsOfTemplate[key].unique);
  const ignored = headings.ignored.map((heading) => ({ sheet: key, heading }));
  return accept({ rows: read.map((row) => checkRow(job, row)), ignored });
}

function headingProblem(headings: Headings, sheet: string): Refused | undefined {
  const names = (columns: readonly Column[]): Params => ({
    sheet,
    columns: columns.map((column) => column.zh).join("、"),
    columnsEnglish: columns.map((column) => column.en).join(", "),
  });
  if (headings.missing.length > 0) return refuse("missing-columns", "file", names(headings.missing));
  if (headings.repeated.length > 0) return refuse("repeated-columns", "file", names(headings.repeated));
  return undefined;
}

function markRepeats(rows: readonly ReadRow[], column: string): void {
  const firstRows = new Map<string, number>();
  for (const { row, values, errors } of rows) {
    const value = values.get(column);
    if (value === undefined) continue;
    const firstRow = firstRows.get(value);
    if (firstRow === undefined) firstRows.set(value, row);
    else errors.push({ column, code: "duplicate-in-file", params: { firstRow } });
  }
}

function checkRow<Cells>(
  { key, full, loose }: Job<Cells>,
  { row, values, errors }: ReadRow,
): ParsedRow<Cells> {
  const cells = full.safeParse(Object.fromEntries(values));
  if (cells.success && errors.length === 0)
    return { sheet: key, row, isComplete: true, cells: cells.data, errors };
  const found = cells.success ? [] : cells.error.issues.filter((issue) => values.has(String(issue.path[0])));
  const seen = new Set(errors.map((error) => error.column));
  const valid = new Map(values);
  for (const issue of found) {
    const column = String(issue.path[0]);
    valid.delete(column);
    if (!seen.has(column)) errors.push({ column, ...describe(issue) });
    seen.add(column);
  }
  return { sheet: key, row, isComplete: false, cells: loose.parse(Object.fromEntries(valid)), errors };
}

/** The schemas carry our codes as their messages. */
function describe(issue: z.core.$ZodIssue): { code: string; params?: Params } {
  return issue.code === "too_big"
    ? { code: issue.message, params: { max: Number(issue.maximum) } }
    : { code: issue.message };
}
