import { accountInputSchema, assignmentInputSchema } from "@dunmiao/domain/account";
import type { PlannedRow } from "@dunmiao/domain/account/planAccount";
import type { ImportNotice } from "@dunmiao/domain/import/importRow";
import { accept, type Outcome, type RefusalCode, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { findHeadings } from "../import/headings.ts";
import { noticesOf } from "../import/notices.ts";
import type { RawSheet } from "../import/rawWorkbook.ts";
import { type CellError, type ReadRow, readRows } from "../import/rows.ts";
import { MAX_FILE_BYTES } from "../import/spreadsheet.ts";
import { readWorkbook } from "../import/workbook.ts";
import { accountColumns } from "./columns.ts";

/** As many accounts as one answer can open. */
export const mostRows = 500;

/** A cell of the file that is wrong: the column's key, a code, and the figures of its sentence. */
export type RowProblem = Omit<CellError, "code"> & { readonly row: number; readonly code: string };
/** The list as it was read: `unit` of a row still as it is written; what is wrong with the other rows; what was not read. */
export type AccountFile = {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly RowProblem[];
  readonly notices: readonly ImportNotice[];
};

/**
 * Reads a list of accounts: .xlsx, .xls or CSV, told apart by content. Refuses the whole file as that of a cohort:
 * `file-empty`, `file-too-large`, `too-many-rows`, `file-unreadable`, `file-encrypted`, `missing-columns`, `repeated-columns`.
 * `today`: the first day of a role without one.
 */
export async function readAccounts(
  bytes: Uint8Array,
  { fileName, today }: { fileName: string; today: string },
): Promise<Outcome<AccountFile>> {
  if (bytes.length === 0) return refuse("file-empty", "file", { fileName });
  if (bytes.length > MAX_FILE_BYTES)
    return refuse("file-too-large", "file", { fileName, limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 });
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) {
    const code = workbook.refusals[0]?.code ?? "file-unreadable";
    return refuse(code, "file", { fileName, limit: mostRows, isPacked: "yes" });
  }
  const { sheets, dateSystem } = workbook.value;
  const filled = sheets.filter(({ rows, isHidden }) => rows.length > 0 && !isHidden);
  const best = filled.toSorted((one, other) => found(other) - found(one))[0];
  if (!best) return refuse("file-empty", "file", { fileName });
  const headings = findHeadings(best, accountColumns);
  const near = headings.others.flatMap((each) => each.near ?? []);
  const wrong = [...headings.missing, ...near.filter((each) => !headings.missing.includes(each))];
  const [code, columns] =
    wrong.length > 0
      ? (["missing-columns", wrong] as const)
      : (["repeated-columns", headings.repeated] as const);
  if (columns.length > 0)
    return refuse(code, "file", {
      sheet: best.name || "CSV",
      columns: columns.map(({ zh }) => zh).join("、"),
      columnsEnglish: columns.map(({ en }) => en).join(", "),
    });
  const rows = readRows(best, headings, accountColumns, dateSystem);
  if (rows.length === 0) return refuse("file-empty", "file", { fileName });
  if (rows.length > mostRows) return refuse("too-many-rows", "file", { limit: mostRows, sheet: best.name });
  const unread = sheets.filter((sheet) => sheet !== best && sheet.rows.length > 0);
  const planned = rows.map((row) => plannedRow(row, today));
  return accept({
    rows: planned.flatMap((each) => ("problems" in each ? [] : each)),
    problems: planned.flatMap((each) => ("problems" in each ? each.problems : [])),
    notices: [
      ...noticesOf(best, headings),
      ...unread.map(({ name, isHidden }) => ({
        sheet: name,
        code: isHidden ? "sheet-hidden" : "sheet-not-read",
      })),
    ],
  });
}

function found(sheet: RawSheet): number {
  return findHeadings(sheet, accountColumns).places.size;
}

/** Units are told by name or code: which one is meant is looked up later. */
const writtenRole = assignmentInputSchema.extend({ unit: z.string().max(60).optional() });

function plannedRow(
  { row, values, errors }: ReadRow,
  today: string,
): PlannedRow | { problems: RowProblem[] } {
  const { number, name, role, unit, from, to } = Object.fromEntries(values);
  const person = accountInputSchema.safeParse({ number, name });
  const wanted =
    role === undefined ? undefined : writtenRole.safeParse({ role, unit, from: from ?? today, to });
  const problems: RowProblem[] = errors.map((each) => ({ row, ...each }));
  const add = (column: string, code: RefusalCode) => {
    if (problems.every((each) => each.column !== column)) problems.push({ row, column, code });
  };
  for (const { path } of [...(person.error?.issues ?? []), ...(wanted?.error?.issues ?? [])])
    add(String(path[0]), path[0] === "number" ? "not-a-service-number" : "invalid-value");
  // A unit or a day without a role says something that nobody would carry out.
  if (role === undefined && (unit ?? from ?? to) !== undefined) add("role", "required");
  if (problems.length > 0 || !person.success) return { problems };
  return { row, ...person.data, ...(wanted?.success && { assignment: wanted.data }) };
}
