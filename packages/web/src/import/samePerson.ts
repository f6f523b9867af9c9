import { type ImportQuestion, mostQuestions, type WayOut } from "@dunmiao/domain/import/importQuestion";
import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import { samePersonFinder } from "@dunmiao/domain/import/samePerson";
import type { OfficerInput } from "@dunmiao/domain/officer";
import type { Store } from "@dunmiao/store/engine/client";
import { otherNumbers } from "@dunmiao/store/otherNumbers";
import { type PersonRow, placeOf, ruleProblems } from "./checked.ts";
import type { Checked, PersonInput, Planned } from "./checkOnFile.ts";
import { firstSheet } from "./list.ts";

/** The code of a row whose number may be another number of somebody known. */
export const SAME_PERSON = "same-person-other-number";
/** Somebody alike, whether that is a person on file or only another row of the list, and the numbers of all who are. */
type Alike = { serviceNumber: string; isOnFile: boolean; all: string[] };

/** Other numbers that may be the same person's, on file first and then in the list itself. */
export async function alikes(
  store: Store,
  people: readonly OfficerInput[],
): Promise<(person: OfficerInput) => Alike | undefined> {
  const onFile = await otherNumbers(store, people);
  const inList = samePersonFinder(people);
  return (person) => {
    const known = onFile(person);
    const all = [...new Set([...known, ...inList(person)].map(({ serviceNumber }) => serviceNumber))];
    const [first] = all;
    return first === undefined ? undefined : { serviceNumber: first, isOnFile: known.length > 0, all };
  };
}

/** A row as it was checked, and the question that it puts. */
export type Answered = Checked & { asked?: ImportQuestion };
type Doubt = {
  planned: Planned;
  alike: Alike;
  /** The row as it is written. */
  written: Checked;
  /** The row under the number on file. */
  same?: Checked | undefined;
  /** The row that has the other number already. */
  twice?: PersonInput | undefined;
  /** The row's number is on file, too: two numbers of one person are merged, not written. */
  isKnown?: boolean;
};

/** The question of a row with both ways out, each checked by itself; one of them stands for the row and its post. */
export function askedAs({ planned, alike, written, same, twice, isKnown }: Doubt): Answered {
  const { sheetName, row, officer } = planned.input;
  const known = alike.serviceNumber;
  const another: WayOut = {
    ...(written.good && { row: { ...written.good.row, anotherThan: known, alike: alike.all } }),
    problems: written.problems,
    ...(written.changes && { changes: written.changes }),
  };
  const sameWay = same && (twice ? { problems: [twiceInFile(planned.input, twice)] } : wayOf(same));
  const asked: ImportQuestion = {
    ...(sheetName && { sheetName }),
    row,
    number: officer.serviceNumber,
    known,
    ...(isKnown && { isKnown }),
    ...(sameWay && { same: sameWay }),
    another,
  };
  const good = written.good ?? (sameWay?.row ? same?.good : undefined);
  return { asked, ...(good && { good }), problems: [], isNew: true };
}

function wayOf({ good, problems, changes }: Checked): WayOut {
  return { ...(good && { row: good.row }), problems, ...(changes && { changes }) };
}

function twiceInFile(later: PersonInput, first: PersonInput): ImportRefusal {
  const [place, firstPlace] = [later, first].map(({ row, sheetName }) =>
    placeOf({ sheet: "secondments" as const, row, sheetName }),
  );
  if (!place || !firstPlace) throw new Error("two rows have two places");
  const params = { firstRow: first.row, ...firstSheet(firstPlace, place) };
  return { ...place, column: "serviceNumber", code: "duplicate-in-file", params };
}

/**
 * Which rows are asked about: those that have a way in, and no more than a person can decide. The others are problems,
 * with what stands in the way of the row as it is written.
 */
export function settleQuestions(
  checked: readonly Answered[],
  isFree: (row: PersonRow) => boolean,
): { questions: ImportQuestion[]; problems: ImportRefusal[] } {
  const questions: ImportQuestion[] = [];
  const problems: ImportRefusal[] = [];
  for (const { asked, good } of checked) {
    if (!asked) continue;
    const isAsked = good !== undefined && isFree(good.row) && questions.length < mostQuestions;
    if (isAsked) questions.push(asked);
    problems.push(...problemOf(asked, isAsked), ...(isAsked ? [] : asked.another.problems));
  }
  return { questions, problems };
}

function problemOf(question: ImportQuestion, isAsked: boolean): ImportRefusal[] {
  const { sheetName, row, number, known, isKnown, another } = question;
  const isMerged = another.problems.some(({ code }) => code === "merged-number");
  const params = {
    known,
    ...(isAsked && { asked: 1 }),
    ...(isMerged && { merged: number }),
    ...(isKnown && { moved: number }),
  };
  const place = placeOf({ sheet: "secondments" as const, row, sheetName });
  return ruleProblems(place, [{ code: SAME_PERSON, field: "serviceNumber", params }]);
}
