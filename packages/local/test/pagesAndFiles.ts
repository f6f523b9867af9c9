import { isDeepStrictEqual } from "node:util";
import ExcelJS from "exceljs";
import { expect } from "vitest";
import { plain, type SeenTable, seenOn } from "./seenTables.ts";

/** Tables of boxes to fill in, which are no table of data. */
export const isDraft = ({ path }: { path: string }) => /^\/pair-schemes\/[\w-]+\/draft$/.test(path);

/** Somebody who opens addresses with a browser in a language. */
export type Opens = (path: string) => Promise<Response>;
type At = { open: Opens; path: string };
type Book = { name: string; rows: (string | number | null)[][] }[];

/** That the file of a page has what the page shows, to its last page, cell by cell; its tables. */
export async function expectSameInFile(at: At, today: string): Promise<SeenTable[]> {
  const { first, tables, book } = await ofOneMoment(at);
  const { title, filters } = first;
  const wanted = tables.map(({ caption, headings, rows }) => [
    [caption !== "" && caption !== title ? `${title} · ${caption}` : title],
    headings,
    ...rows.map((row) => row.map(({ text, isFigure }) => (isFigure ? Number(text) : text))),
  ]);
  const found = book.map(({ rows }, at) => {
    const [[heading = null] = [], [above = null] = [], ...rest] = rows;
    for (const told of [today, ...filters])
      expect([at, above], told).toEqual([at, expect.stringContaining(told)]);
    const width = tables[at]?.headings.length ?? 0;
    return [[heading], ...rest].map((row, line) =>
      Array.from({ length: line === 0 ? 1 : width }, (_, place) => {
        const value = row[place] ?? "";
        return typeof value === "string" ? plain(value) : value;
      }),
    );
  });
  expect([at.path, found]).toEqual([at.path, wanted]);
  return tables;
}

/** Page and file of one moment: the first sweep of the demonstration still changes what pages show. */
async function ofOneMoment(at: At) {
  for (;;) {
    const before = await everythingSeen(at);
    const book = await opened(at.open, before.first.file ?? "");
    const after = await everythingSeen(at);
    if (isDeepStrictEqual(before.tables, after.tables)) return { ...before, book };
  }
}

/** What a list shows, turned to its last page. */
async function everythingSeen({ open, path }: At) {
  const read = async (href: string) => seenOn(await (await open(href)).text());
  const first = await read(path);
  const tables = first.tables.map((table) => ({ ...table, rows: [...table.rows] }));
  for (let { next } = first; next !== undefined; ) {
    const page = await read(next);
    for (const [at, { rows }] of page.tables.entries()) tables[at]?.rows.push(...rows);
    next = page.next;
  }
  return { first, tables };
}

/** A workbook as another program opens it than the one that wrote it. */
export async function opened(open: Opens, href: string): Promise<Book> {
  const answer = await open(href);
  const type = answer.headers.get("Content-Type");
  expect([href, type]).toEqual([href, expect.stringContaining("spreadsheetml")]);
  return bookOf(await answer.arrayBuffer());
}

/** The sheets of a workbook, cell by cell: texts as texts, figures as figures. */
async function bookOf(bytes: ArrayBuffer): Promise<Book> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets.map((sheet) => ({
    name: sheet.name,
    rows: Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_, column) => {
        const { value } = sheet.getCell(row + 1, column + 1);
        if (value === null || typeof value === "string" || typeof value === "number") return value;
        throw new Error(`${sheet.name} ${row + 1}:${column + 1} is neither text nor figure`);
      }),
    ),
  }));
}
