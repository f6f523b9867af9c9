import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Column, headingKey, INSTRUCTIONS, sheetsOfTemplate } from "./columns.ts";
import { findHeadings, type Headings } from "./headings.ts";
import type { RawSheet } from "./rawWorkbook.ts";

/** A sheet under another name is taken for a list when it has this many of its headings. */
const HEADINGS_TO_RECOGNISE = 3;
const unitColumns = sheetsOfTemplate.units.columns;
const personColumns = sheetsOfTemplate.secondments.columns;

export type SheetKey = keyof typeof sheetsOfTemplate;
/** A sheet that is read, with its headings. */
export type ListSheet = { readonly sheet: RawSheet; readonly headings: Headings };
export type Lists = Readonly<Record<SheetKey, readonly ListSheet[]>> & {
  /** Sheets with something in them that are not read: hidden ones, and what looks like no list. */
  readonly unread: readonly RawSheet[];
  /** Lists without a row: nothing is lost with them. */
  readonly empty: readonly RawSheet[];
};

/**
 * All sheets that are lists: those under the template's names and those with its headings. A hidden sheet is never
 * one of them. Where no sheet is, the first visible one that is filled is taken for the list of people, so that its
 * missing columns can be named. Refuses `lists-hidden`, and `sheets-disagree` for lists of one kind with other columns.
 */
export function listsOf(sheets: readonly RawSheet[]): Outcome<Lists> {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0 && !isNamed(sheet, INSTRUCTIONS));
  const visible = filled.filter((sheet) => !sheet.isHidden);
  const hiddenLists = filled.filter((sheet) => sheet.isHidden && kindOf(sheet) !== undefined);
  const kinds = new Map(visible.map((sheet) => [sheet, kindOf(sheet)]));
  const first = visible.find((sheet) => kinds.get(sheet) === undefined);
  if ([...kinds.values()].every((kind) => kind === undefined)) {
    if (hiddenLists.length > 0) return refuse("lists-hidden", "file", { sheets: namesOf(hiddenLists) });
    if (first) kinds.set(first, "secondments");
  }
  const of = (key: SheetKey) =>
    visible.filter((sheet) => kinds.get(sheet) === key).map((sheet) => listSheet(sheet, key));
  const [secondments, units] = [of("secondments"), of("units")];
  const withRows = (lists: readonly ListSheet[]) => {
    const some = lists.filter(({ sheet, headings }) => sheet.rows.some(({ row }) => row > headings.row));
    return some.length > 0 ? some : lists.slice(0, 1);
  };
  const read = { secondments: withRows(secondments), units: withRows(units) };
  const disagreeing = disagreement(read.secondments) ?? disagreement(read.units);
  if (disagreeing) return disagreeing;
  const isRead = (sheet: RawSheet) =>
    [...read.secondments, ...read.units].some((list) => list.sheet === sheet);
  const rest = filled.filter((sheet) => !isRead(sheet));
  const empty = rest.filter((sheet) => !sheet.isHidden && kinds.get(sheet) !== undefined);
  return accept({ ...read, unread: rest.filter((sheet) => !empty.includes(sheet)), empty });
}

const columnsOf = (key: SheetKey): readonly Column[] => (key === "units" ? unitColumns : personColumns);

function listSheet(sheet: RawSheet, key: SheetKey): ListSheet {
  return { sheet, headings: findHeadings(sheet, columnsOf(key)) };
}

function kindOf(sheet: RawSheet): SheetKey | undefined {
  if (isNamed(sheet, sheetsOfTemplate.secondments)) return "secondments";
  if (isNamed(sheet, sheetsOfTemplate.units)) return "units";
  const people = findHeadings(sheet, personColumns).places.size;
  const units = findHeadings(sheet, unitColumns).places.size;
  if (Math.max(people, units) < HEADINGS_TO_RECOGNISE) return undefined;
  return units > people ? "units" : "secondments";
}

/** Lists that are read together have the same columns of ours; a heading that may mean one of them counts for it. */
function disagreement([first, ...more]: readonly ListSheet[]) {
  if (!first) return undefined;
  const keysOf = ({ headings }: ListSheet) =>
    new Set([...headings.places.keys(), ...headings.others.flatMap(({ near }) => near ?? [])]);
  const wanted = keysOf(first);
  for (const other of more) {
    const found = keysOf(other);
    const different = [...found, ...wanted].filter((column) => !found.has(column) || !wanted.has(column));
    if (different.length === 0) continue;
    return refuse("sheets-disagree", "file", {
      sheets: namesOf([first.sheet, other.sheet]),
      columns: different.map((column) => column.zh).join("、"),
      columnsEnglish: different.map((column) => column.en).join(", "),
    });
  }
  return undefined;
}

const namesOf = (sheets: readonly RawSheet[]) => sheets.map(({ name }) => name).join("、");

function isNamed(sheet: RawSheet, names: { readonly zh: string; readonly en: string }): boolean {
  return [names.zh, names.en].some((name) => headingKey(name) === headingKey(sheet.name));
}
