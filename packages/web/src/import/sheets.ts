import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { headingKey, INSTRUCTIONS, sheetsOfTemplate } from "./columns.ts";
import { findHeadings, type Headings } from "./headings.ts";
import type { RawSheet } from "./rawWorkbook.ts";

/** A sheet under another name is taken for a list when it has this many of its headings. */
const HEADINGS_TO_RECOGNISE = 3;

export type SheetKey = keyof typeof sheetsOfTemplate;
/** A sheet that is read, with its headings. */
export type ListSheet = { readonly sheet: RawSheet; readonly headings: Headings };
export type Lists = Readonly<Record<SheetKey, readonly ListSheet[]>> & {
  /** Sheets with something in them that are not read: hidden ones, and what looks like no list. */
  readonly unread: readonly RawSheet[];
  /** Lists without a row: nothing is lost with them. */
  readonly empty: readonly RawSheet[];
};

/** The lists that a file may hold: of a cohort, or of concurrent posts. What no sheet is, is taken for the first. */
export const cohortLists = ["secondments", "units"] as const satisfies readonly SheetKey[];
export const postLists = ["posts"] as const satisfies readonly SheetKey[];
export type FileLists = typeof cohortLists | typeof postLists;

/**
 * All sheets that are lists that `wanted` names: those under the template's names and those with its headings. A hidden sheet is never
 * one of them. Where no sheet is, the first visible one that is filled is taken for the first of them, so that its
 * missing columns can be named. Refuses `lists-hidden`, and `sheets-disagree` for lists of one kind with other columns.
 */
export function listsOf(sheets: readonly RawSheet[], wanted: FileLists): Outcome<Lists> {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0 && !isNamed(sheet, INSTRUCTIONS));
  const visible = filled.filter((sheet) => !sheet.isHidden);
  const hiddenLists = filled.filter((sheet) => sheet.isHidden && kindOf(sheet, wanted) !== undefined);
  const kinds = new Map(visible.map((sheet) => [sheet, kindOf(sheet, wanted)]));
  const first = visible.find((sheet) => kinds.get(sheet) === undefined);
  if ([...kinds.values()].every((kind) => kind === undefined)) {
    if (hiddenLists.length > 0) return refuse("lists-hidden", "file", { sheets: namesOf(hiddenLists) });
    if (first) kinds.set(first, wanted[0]);
  }
  const of = (key: SheetKey) =>
    visible.filter((sheet) => kinds.get(sheet) === key).map((sheet) => listSheet(sheet, key));
  const withRows = (lists: readonly ListSheet[]) => {
    const some = lists.filter(({ sheet, headings }) => sheet.rows.some(({ row }) => row > headings.row));
    return some.length > 0 ? some : lists.slice(0, 1);
  };
  const [secondments, units, posts] = [of("secondments"), of("units"), of("posts")].map(withRows);
  const read = { secondments: secondments ?? [], units: units ?? [], posts: posts ?? [] };
  const disagreeing = Object.values(read).flatMap((lists) => disagreement(lists) ?? [])[0];
  if (disagreeing) return disagreeing;
  const isRead = (sheet: RawSheet) =>
    Object.values(read)
      .flat()
      .some((list) => list.sheet === sheet);
  const rest = filled.filter((sheet) => !isRead(sheet));
  const empty = rest.filter((sheet) => !sheet.isHidden && kinds.get(sheet) !== undefined);
  return accept({ ...read, unread: rest.filter((sheet) => !empty.includes(sheet)), empty });
}

function listSheet(sheet: RawSheet, key: SheetKey): ListSheet {
  return { sheet, headings: findHeadings(sheet, sheetsOfTemplate[key].columns) };
}

/** Whether a sheet is a list of the template that this file is not read for. */
export function isOtherList(sheet: RawSheet): boolean {
  return kindOf(sheet, [...cohortLists, ...postLists]) !== undefined;
}

function kindOf(sheet: RawSheet, wanted: readonly SheetKey[]): SheetKey | undefined {
  const named = wanted.find((key) => isNamed(sheet, sheetsOfTemplate[key]));
  if (named) return named;
  const found = wanted.map((key) => ({ key, count: listSheet(sheet, key).headings.places.size }));
  const [best] = found.toSorted((one, other) => other.count - one.count);
  return best && best.count >= HEADINGS_TO_RECOGNISE ? best.key : undefined;
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
