import fc from "fast-check";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readSheets } from "../../src/import/spreadsheet.ts";
import { csvBytes, headings, person, read } from "./files.ts";
import { type Cell, numberCell } from "./shownCells.ts";
import { type XlsCell, xlsFile } from "./xlsFile.ts";

const list = fc.record({
  isHidden: fc.boolean(),
  rows: fc.array(
    fc.record({ cell: numberCell, isHidden: fc.boolean(), gap: fc.integer({ min: 0, max: 2 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
});

type List = { isHidden: boolean; rows: { cell: Cell; isHidden: boolean; gap: number }[] };
type Placed = { cell: Cell; row: number; isHidden: boolean };

/** Rows with their places: blank rows stand before some of them. */
function placed({ rows }: List): Placed[] {
  let row = 1;
  return rows.map((each) => {
    row += 1 + each.gap;
    return { cell: each.cell, row, isHidden: each.isHidden };
  });
}

function writeSheet(source: List, name: string): WriteSheet {
  const rows: CellValue[][] = [headings];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const {
    cell: { value, format },
    row,
    isHidden,
  } of placed(source)) {
    while (rows.length < row - 1) rows.push([]);
    rows.push([value, ...person(row).slice(1)]);
    if (format) cells.set(`${row - 1},0`, { style: { numFmt: format } });
    if (isHidden) rowDefs.set(row - 1, { hidden: true });
  }
  return { name, rows, cells, rowDefs, hidden: source.isHidden };
}

/** Every row of a list is a record with the number that its cell shows, or has an error. */
function expectShown(sources: readonly Placed[], found: Awaited<ReturnType<typeof read>>["secondments"]) {
  expect(found.map(({ row }) => row)).toEqual(sources.map(({ row }) => row));
  for (const [index, { isComplete, cells, errors }] of found.entries()) {
    if (isComplete) expect(cells.serviceNumber).toBe(sources[index]?.cell.shown);
    else expect(errors).not.toEqual([]);
  }
}

describe("for any workbook a record says what its cells show, or something is said", () => {
  it("in .xlsx: formats, hidden rows, blank rows, hidden and further sheets", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
        const sheets = lists.map((each, index) => writeSheet(each, `第${index + 1}分局`));
        const outcome = await readSheets(await writeXlsx({ sheets }), "名单.xlsx");
        const visible = lists.flatMap((each, index) =>
          each.isHidden ? [] : [{ each, name: `第${index + 1}分局` }],
        );
        if (!outcome.ok) {
          expect(visible).toEqual([]);
          expect(outcome.refusals[0]?.code).toBe("lists-hidden");
          return;
        }
        const { secondments, notices } = outcome.value;
        for (const { each, name } of visible) {
          expectShown(
            placed(each),
            secondments.filter(({ sheetName }) => sheetName === name),
          );
          const hidden = placed(each).filter(({ isHidden }) => isHidden);
          const said = notices.find((notice) => notice.sheet === name && notice.code === "rows-hidden");
          expect(said?.params?.count ?? 0).toBe(hidden.length);
        }
        const unread = notices.filter(({ code }) => code === "sheet-hidden");
        expect(unread).toHaveLength(lists.length - visible.length);
      }),
      { numRuns: 60 },
    );
  });

  it("in .xls: formats and hidden rows", async () => {
    await fc.assert(
      fc.asyncProperty(list, async (source) => {
        const rows: XlsCell[][] = [headings];
        const people = placed({ ...source, rows: source.rows.map((each) => ({ ...each, gap: 0 })) });
        for (const {
          cell: { value, format },
          row,
        } of people)
          rows.push([format ? { value, format } : value, ...person(row).slice(1)]);
        const hiddenRows = people.flatMap(({ row, isHidden }) => (isHidden ? [row - 1] : []));
        const { secondments, notices } = await read(xlsFile(rows, { hiddenRows }));
        expectShown(people, secondments);
        expect(notices[0]?.params?.count ?? 0).toBe(hiddenRows.length);
      }),
      { numRuns: 100 },
    );
  });

  it("in text: quotation marks anywhere in a column that is not ours", async () => {
    const remark = fc.string({ unit: fc.constantFrom('"', '""', "无", "x", " "), maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(remark, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", "\t"),
        async (remarks, delimiter) => {
          const lines = [[...headings, "备注"], ...remarks.map((each, index) => [...person(index), each])];
          const { secondments } = await read(
            csvBytes(lines.map((cells) => cells.join(delimiter)).join("\r\n")),
          );
          const numbers = secondments.flatMap(({ isComplete, cells }) =>
            isComplete ? cells.serviceNumber : [],
          );
          // a line is a person that was read, or one of those that an error says it has swallowed
          const swallowed = secondments.flatMap(({ errors }) =>
            errors.flatMap(({ code, params }) => (code === "quote-not-closed" ? Number(params?.lines) : [])),
          );
          expect(numbers.length + swallowed.reduce((sum, each) => sum + each, 0)).toBe(remarks.length);
          expect(new Set(numbers).size).toBe(numbers.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
