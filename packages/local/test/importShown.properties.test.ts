import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { secondmentNoun } from "@dunmiao/store/secondment";
import fc from "fast-check";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { headings } from "../../web/test/import/files.ts";
import { type Cell, dayCell, monthCell, numberCell } from "../../web/test/import/shownCells.ts";
import { saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const startsOn = "2026-03-02";
const mostRows = 4;
const mostSheets = 2;
const blank = { value: "", shown: "" };
/** One fact in two hands. */
const inTwoHands = (shown: string, other: string) =>
  fc.constantFrom(shown, other).map((value) => ({ value, shown }));
/** One cell in so many is blank. */
const orBlank = (cell: fc.Arbitrary<Cell>, of = 40) =>
  fc.oneof({ weight: of - 1, arbitrary: cell }, { weight: 1, arbitrary: fc.constant(blank) });
const seldom = fc.nat({ max: 4 }).map((one) => one === 0);
const months = ["1995-06", "1988-11", "1990-01"];
const days = ["2026-03-02", "2026-03-09", "2026-03-16"];

/** Cells of a person but name and station, which are each row's own. */
const row = fc.record({
  isHidden: fc.boolean(),
  serviceNumber: orBlank(numberCell),
  sex: orBlank(fc.constantFrom({ value: "男", shown: "male" }, { value: "F", shown: "female" })),
  birthMonth: orBlank(fc.constantFrom(...months).chain(monthCell)),
  kind: orBlank(fc.constantFrom({ value: "民警", shown: "officer" }, { value: "辅警", shown: "auxiliary" })),
  homeUnit: orBlank(inTwoHands("O1", "刑侦支队")),
  post: orBlank(inTwoHands("挂职教导员", "　挂职教导员 "), 2),
  from: orBlank(fc.constantFrom(...days).chain(dayCell), 4),
});
const workbook = fc.array(
  fc.record({
    isHidden: seldom,
    hiddenColumn: fc.option(fc.integer({ min: 0, max: 8 })),
    gap: fc.integer({ min: 0, max: 2 }),
    rows: fc.array(row, { minLength: 1, maxLength: mostRows }),
  }),
  { minLength: 1, maxLength: mostSheets },
);
type Sheet = typeof workbook extends fc.Arbitrary<(infer Each)[]> ? Each : never;

/** A row in its place, with what each of its cells holds and shows. */
type Placed = { sheet: string; row: number; isHidden: boolean; cells: Cell[] };
let stations = 0;

function placed({ rows, gap }: Sheet, sheet: string): Placed[] {
  return rows.map(({ isHidden, serviceNumber, sex, birthMonth, kind, homeUnit, post, from }, index) => {
    const code = `B0-S${stations}`;
    const name = `学员甲${stations}`;
    stations += 1;
    const own = [
      { value: name, shown: name },
      { value: code, shown: code },
    ] as const;
    const cells = [serviceNumber, own[0], sex, birthMonth, kind, homeUnit, own[1], post, from];
    return { sheet, row: index === 0 ? 2 : index + 2 + gap, isHidden, cells };
  });
}

function written({ isHidden, hiddenColumn }: Sheet, name: string, people: readonly Placed[]): WriteSheet {
  const rows: CellValue[][] = [headings];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const each of people) {
    while (rows.length < each.row - 1) rows.push([]);
    rows.push(each.cells.map(({ value }) => value));
    for (const [column, { format }] of each.cells.entries())
      if (format) cells.set(`${each.row - 1},${column}`, { style: { numFmt: format } });
    if (each.isHidden) rowDefs.set(each.row - 1, { hidden: true });
  }
  const columns = headings.map((_, column) => (column === hiddenColumn ? { hidden: true } : {}));
  return { name, rows, cells, rowDefs, columns, hidden: isHidden };
}

type Said = { sheet?: string; sheetName?: string; row: number; code: string };
type Checked = {
  id: string;
  total: number;
  errors: Said[];
  notices: Said[];
  questions?: { sheet: string; row: number; ways: { is: string; errors: unknown[] }[] }[];
};
type Finished = { status: string; refused: Said[] };

/** Confirms with every row that is asked about as another person, where that way is open, and brings it in. */
async function broughtIn(
  web: TestApp,
  { id, total, questions = [] }: Checked,
): Promise<Finished | undefined> {
  if (total + questions.length === 0) return undefined;
  const samePerson = questions.map(({ sheet, row, ways }) => {
    const isOpen = ways.some(({ is, errors }) => is === "another" && errors.length === 0);
    return { sheet, row, is: isOpen ? "another" : "leave-out" };
  });
  const confirmed = await web.hr.post(`/imports/${id}/confirm`, { samePerson });
  if (confirmed.status !== 200) {
    expect((await problemOf(confirmed)).code).toBe("nothing-to-import");
    return undefined;
  }
  await runImport(web.store, id);
  return bodyOf(web.hr.get(`/imports/${id}`));
}

/** What the two records of a row say, in the order of the file's columns. */
async function storedAs({ store }: TestApp, cohort: string, number: string): Promise<unknown[]> {
  const term = await loadRecord(store, secondmentNoun, `${cohort}-${number}`);
  const officer = await loadRecord(store, officerNoun, number);
  return [
    ...[officer?.id, officer?.name, officer?.sex, officer?.birthMonth, officer?.kind, officer?.homeUnit],
    ...[term?.hostStation.code, term?.post, term?.term.from],
  ];
}

/** Notices name a hidden sheet, hidden rows that were read and a hidden column, and each only where it is. */
function expectHiddenSaid(notices: readonly Said[], sheet: Sheet, people: readonly Placed[]) {
  const name = people[0]?.sheet;
  const codes = new Set(notices.filter((each) => each.sheet === name).map(({ code }) => code));
  expect(codes.has("sheet-hidden")).toBe(sheet.isHidden);
  if (sheet.isHidden) return;
  expect(codes.has("rows-hidden")).toBe(people.some(({ isHidden }) => isHidden));
  const place = sheet.hiddenColumn ?? -1;
  expect(codes.has("column-hidden")).toBe(people.some(({ cells }) => (cells[place]?.value ?? "") !== ""));
}

it("for any workbook the stored records are what its cells show, or something is said of the row", async () => {
  const web = await testApp();
  const runs = 12;
  const workbooks = fc.sample(workbook, { numRuns: runs, seed: 9 });
  await saveUnits(web.store, 1, workbooks.flat().flatMap(({ rows }) => rows).length);
  let stored = 0;
  for (const [run, sheets] of workbooks.entries()) {
    const cohort = `202603-shown${run}`;
    await saveCohort(web.store, cohort, startsOn);
    const lists = sheets.map((sheet, n) => ({ sheet, people: placed(sheet, `第${run}-${n}组`) }));
    const file = await writeXlsx({
      sheets: lists.map(({ sheet, people }) => written(sheet, people[0]?.sheet ?? "", people)),
    });
    const answer = await web.hr.post(`/cohorts/${cohort}/imports`, upload(file));
    if (sheets.every(({ isHidden }) => isHidden)) {
      expect((await problemOf(answer)).code).toBe("lists-hidden");
      continue;
    }
    const checked = await bodyOf<Checked>(answer);
    for (const { sheet, people } of lists) expectHiddenSaid(checked.notices, sheet, people);
    const finished = await broughtIn(web, checked);
    const said = finished ? finished.refused : checked.errors;
    const rows = lists.flatMap(({ sheet, people }) => (sheet.isHidden ? [] : people));
    const silent = rows.filter(
      (each) => !said.some(({ sheetName, row: at }) => sheetName === each.sheet && at === each.row),
    );
    for (const { cells } of silent) {
      const shown = cells.map(
        (cell, at) => cell.shown || (at === 7 ? "挂职副所长" : at === 8 ? startsOn : ""),
      );
      expect(await storedAs(web, cohort, shown[0] ?? "")).toEqual(shown);
    }
    const { items } = await bodyOf<{ items: unknown[] }>(web.hr.get(`/secondments?cohort=${cohort}`));
    expect(items).toHaveLength(silent.length);
    stored += silent.length;
  }
  expect(stored).toBeGreaterThan(runs);
});
