import type { ImportQuestion } from "@dunmiao/domain/import/importQuestion";
import type { ImportMove, ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { FactChange } from "@dunmiao/domain/officerCorrection";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { type PlanGround, planSecondment } from "@dunmiao/domain/term/planSecondment";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecords } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { atOnce } from "../atOnce.ts";
import type { SecondmentCells } from "./cellSchemas.ts";
import { cellProblems, type PersonRow, placeOf, ruleProblems } from "./checked.ts";
import { type Checked, checkOnFile, type OnFile, type Planned } from "./checkOnFile.ts";
import type { ParsedRow } from "./list.ts";
import { partnerOf } from "./partnerCells.ts";
import { partnersAlike, partnersOnce } from "./partnersOnce.ts";
import { postsOnce } from "./postsOnce.ts";
import { type Answered, alikes, askedAs, SAME_PERSON, settleQuestions } from "./samePerson.ts";
import { stationTerms } from "./stationTerms.ts";
import { type UnitFinder, unitFinder } from "./unitNames.ts";

/** Each row reads no more than two items at a time. */
const rowsAtOnce = 24;

/** What rows are checked against; `known` are the ids of the cohort's secondments that the index shows, `inFile` the units as the file has them. */
export type PeopleGround = PlanGround & {
  store: Store;
  acting: Acting;
  known: ReadonlySet<string>;
  inFile: PlanGround["units"];
  /** The newest version of each. */
  pairSchemes: readonly PairScheme[];
};
export type CheckedPeople = {
  good: PersonRow[];
  questions: ImportQuestion[];
  problems: ImportRefusal[];
  moves: ImportMove[];
  /** People whom the good rows put on file as partners: one of several rows once. */
  newPartners: number;
};

/** Checks the list row by row: units, officer on file, officer and post held by others, the same secondment already there. */
export async function checkPeople(
  rows: readonly ParsedRow<SecondmentCells>[],
  ground: PeopleGround,
): Promise<CheckedPeople> {
  const find = unitFinder(ground.units, ground.inFile);
  const plans = rows.map((row) => planRow(row, find, ground));
  const planned = plans.flatMap((each) => each.planned ?? []);
  const checked = await checkPlanned(planned, ground);
  const once = postsOnce(checked.flatMap((each) => each.good ?? []));
  const paired = once.free.flatMap(({ row, planned }) => (planned ? { row, planned } : []));
  const sent = new Map(rows.map((row) => [row.cells.serviceNumber ?? "", row]));
  const [together, alike] = await Promise.all([
    partnersOnce(ground.store, paired, sent),
    partnersAlike(ground.store, paired),
  ]);
  const isMet = new Set(together.map(placeKey));
  const unpaired = [...together, ...alike.filter((each) => !isMet.has(placeKey(each)))];
  const isUnpaired = new Set(unpaired.map(placeKey));
  const problems = [...once.problems, ...unpaired];
  const isFree = new Set(once.free.map(({ row }) => row).filter((row) => !isUnpaired.has(placeKey(row))));
  const settled = settleQuestions(checked, (row) => isFree.has(row));
  const written = checked.flatMap(({ asked, good, changes }) =>
    good && !asked && isFree.has(good.row) ? [{ ...good, changes }] : [],
  );
  return {
    good: written.map(({ row }) => row),
    newPartners: new Set(written.flatMap(({ planned }) => planned?.mentor?.serviceNumber ?? [])).size,
    moves: written.flatMap(({ row, changes }) => (changes ? moveOf(row, changes) : [])),
    questions: settled.questions,
    problems: [...plans, ...checked].flatMap((each) => each.problems).concat(problems, settled.problems),
  };
}

function placeKey({ sheetName = "", row }: Pick<ImportRefusal, "sheetName" | "row">): string {
  return `${row} ${sheetName}`;
}

function moveOf({ sheetName, row, officer }: PersonRow, changes: FactChange[]): ImportMove {
  const { serviceNumber: number, name } = officer;
  return { ...(sheetName && { sheetName }), row, number, name, changes };
}

/** Every row as it is written; one whose number may be another number of somebody known under both numbers. */
async function checkPlanned(planned: readonly Planned[], ground: PeopleGround): Promise<Answered[]> {
  const branches = new Set(planned.map(({ secondment }) => secondment.hostBranch.code));
  const people = planned.map(({ input }) => input.officer);
  const isRead = new Set(people.map(({ serviceNumber }) => serviceNumber));
  const [isTaken, alikeOf, found] = await Promise.all([
    stationTerms(ground.store, branches),
    alikes(ground.store, people),
    loadRecords(ground.store, officerNoun, [...isRead]),
  ]);
  const onFile: OnFile = { ...ground, isTaken, officers: { isRead, found } };
  const inFile = new Map(planned.map(({ input }) => [input.officer.serviceNumber, input]));
  return atOnce(planned, rowsAtOnce, async (each) => {
    const written = await checkOnFile(each, onFile);
    if (movesToAlike(written)) {
      const alike = alikeOf(each.input.officer);
      const told = alike && (await checkOnFile(each, onFile, alike.all));
      if (told && !movesToAlike(told)) return askedAs({ planned: each, alike, written: told, isKnown: true });
    }
    const alike = written.isNew ? alikeOf(each.input.officer) : mergedInto(written);
    if (!alike) return written;
    const under = alike.isOnFile ? underKnown(each, alike.serviceNumber, ground) : undefined;
    const same = under && (await checkOnFile(under, onFile));
    return askedAs({ planned: each, alike, written, same, twice: inFile.get(alike.serviceNumber) });
  });
}

/** Somebody known would move to where somebody else has the same name, sex and birth month. */
function movesToAlike({ isNew, problems }: Checked): boolean {
  return !isNew && problems.some(({ code }) => code === SAME_PERSON);
}

/** Nobody is entered under a number that was merged; the row may be the person's whom it leads to. */
function mergedInto({ leadsTo }: Checked) {
  return leadsTo === undefined ? undefined : { serviceNumber: leadsTo, isOnFile: true, all: [leadsTo] };
}

/** A row as it would stand under the number on file. */
function underKnown({ input }: Planned, serviceNumber: string, ground: PeopleGround): Planned | undefined {
  const known = { ...input, officer: { ...input.officer, serviceNumber } };
  const plan = planSecondment(known, ground);
  return plan.ok ? { input: known, secondment: plan.value.after } : undefined;
}

/** The secondment that a row means; every cell that cannot be understood is a problem, not only the first. */
function planRow(
  row: ParsedRow<SecondmentCells>,
  find: UnitFinder,
  ground: PeopleGround,
): { planned?: Planned; problems: ImportRefusal[] } {
  const { homeUnit, hostStation } = row.cells;
  const home = homeUnit === undefined ? undefined : find("homeUnit", homeUnit);
  const host = hostStation === undefined ? undefined : find("hostStation", hostStation);
  const partner = partnerOf(row.cells, ground.pairSchemes);
  const unknown = [home, host, ...(row.errors.length > 0 ? [] : [partner])].flatMap((each) =>
    each && !each.ok ? each.refusals : [],
  );
  const problems = [...cellProblems(row), ...ruleProblems(row, unknown)];
  if (!row.isComplete || !home?.ok || !host?.ok || !partner.ok) return { problems };
  const { post, from, serviceNumber, name, sex, birthMonth, kind } = row.cells;
  const officer = { serviceNumber, name, sex, birthMonth, kind, homeUnit: home.value };
  const { sheet: _sheet, ...place } = placeOf(row);
  const input = {
    ...place,
    officer,
    hostStation: host.value,
    post,
    ...(from && { from }),
    ...(partner.value && { partner: partner.value }),
  };
  const plan = planSecondment(input, ground);
  if (!plan.ok) return { problems: ruleProblems(row, plan.refusals) };
  return { planned: { input, secondment: plan.value.after }, problems };
}
