import type { ImportRefusal } from "@dunmiao/domain/importRow";
import type { Officer, OfficerInput } from "@dunmiao/domain/officer";
import { isSamePlan, type PlanGround, planSecondment } from "@dunmiao/domain/planSecondment";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { loadClaims, planClaims } from "@dunmiao/store/claims";
import type { Store } from "@dunmiao/store/client";
import { movedOfficer, officerNoun } from "@dunmiao/store/officer";
import { loadRecord } from "@dunmiao/store/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { atOnce } from "./atOnce.ts";
import type { SecondmentCells } from "./cellSchemas.ts";
import { cellProblems, type PersonRow, placeOf, ruleProblems } from "./checked.ts";
import type { ParsedRow } from "./list.ts";
import { type OtherNumbers, otherNumbers } from "./otherNumbers.ts";
import { postsOnce } from "./postsOnce.ts";
import { type StationTerms, stationTerms } from "./stationTerms.ts";
import { type UnitFinder, unitFinder } from "./unitNames.ts";

/** Each row reads one or two items at a time: about 32 GetItems at once. */
const rowsAtOnce = 24;

/** What rows are checked against; `known` are the ids of the cohort's secondments that the index shows. */
export type PeopleGround = PlanGround & { store: Store; known: ReadonlySet<string> };
export type CheckedPeople = { good: PersonRow[]; problems: ImportRefusal[] };
type Input = Pick<PersonRow, "row" | "sheetName" | "officer" | "hostStation" | "post" | "from">;
type Planned = { input: Input; secondment: Secondment };
type Checked = { good?: { row: PersonRow; secondment: Secondment }; problems: ImportRefusal[] };

/** Checks the list row by row: units, officer on file, officer and post held by others, the same secondment already there. */
export async function checkPeople(
  rows: readonly ParsedRow<SecondmentCells>[],
  ground: PeopleGround,
): Promise<CheckedPeople> {
  const find = unitFinder(ground.units);
  const plans = rows.map((row) => planRow(row, find, ground));
  const planned = plans.flatMap((each) => each.planned ?? []);
  const branches = new Set(planned.map(({ secondment }) => secondment.hostBranch.code));
  const isTaken = await stationTerms(ground.store, branches);
  const sameAs = await otherNumbers(
    ground.store,
    planned.map(({ input }) => input.officer),
  );
  const checked = await atOnce(planned, rowsAtOnce, (each) => checkOnFile(each, ground, { isTaken, sameAs }));
  const { free, problems } = postsOnce(checked.flatMap((each) => each.good ?? []));
  return {
    good: free.map((each) => each.row),
    problems: [...plans, ...checked].flatMap((each) => each.problems).concat(problems),
  };
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
  const unknown = [home, host].flatMap((each) => (each && !each.ok ? each.refusals : []));
  const problems = [...cellProblems(row), ...ruleProblems(row, unknown)];
  if (!row.isComplete || !home?.ok || !host?.ok) return { problems };
  const { post, from, hostStation: _, homeUnit: __, ...person } = row.cells;
  const officer = { ...person, homeUnit: home.value };
  const { sheet: _sheet, ...place } = placeOf(row);
  const input = { ...place, officer, hostStation: host.value, post, ...(from && { from }) };
  const plan = planSecondment(input, ground);
  if (!plan.ok) return { problems: ruleProblems(row, plan.refusals) };
  return { planned: { input, secondment: plan.value.after }, problems };
}

async function checkOnFile(
  { input, secondment }: Planned,
  ground: PeopleGround,
  { isTaken, sameAs }: { isTaken: StationTerms; sameAs: OtherNumbers },
): Promise<Checked> {
  const place = placeOf({ ...input, sheet: "secondments" as const });
  const { officer, claims, existing } = await loadOnFile(secondment, ground, isTaken);
  const other = officer ? undefined : sameAs(input.officer);
  const officerPlan = other
    ? refuse("same-person-other-number", "serviceNumber", { known: other.serviceNumber })
    : await officerPlanOf(ground.store, input.officer, officer);
  const placing = existing ? comparedWith(existing, secondment) : freeFor(claims, secondment);
  const refusals = [officerPlan, placing].flatMap((each) => (each.ok ? [] : each.refusals));
  if (!officerPlan.ok || !placing.ok) return { problems: ruleProblems(place, refusals) };
  const action = existing ? "already-there" : "create";
  const row: PersonRow = { ...place, ...input, action, officerAction: officerPlan.value };
  return { good: { row, secondment }, problems: [] };
}

async function officerPlanOf(
  store: Store,
  input: OfficerInput,
  officer: Officer | undefined,
): Promise<Outcome<PersonRow["officerAction"]>> {
  if (!officer) return accept("create");
  const moved = await movedOfficer(store, input, officer);
  return moved.ok ? accept(moved.value ? "update" : "already-there") : moved;
}

/**
 * One GetItem for somebody new at a station that is free in that period; claims are read only where they can hold
 * something: nothing holds somebody who is not on file, or a post where the index shows nobody. A secondment that the
 * index has not shown yet is betrayed by its claim on the officer.
 */
async function loadOnFile(planned: Secondment, { store, known }: PeopleGround, isTaken: StationTerms) {
  const { serviceNumber } = planned.officer;
  const isKnown = known.has(planned.id);
  const [officer, shown] = await Promise.all([
    loadRecord(store, officerNoun, serviceNumber),
    isKnown ? loadRecord(store, secondmentNoun, planned.id) : undefined,
  ]);
  const station = planned.hostStation.code;
  const needs = {
    officer: !isKnown && officer !== undefined,
    post: !isKnown && isTaken(station, planned.term),
  };
  const claims = await loadClaims(store, { serviceNumber, station, post: planned.post }, needs);
  const isHeld = claims.officer.periods.some((held) => held.secondmentId === planned.id);
  return {
    officer,
    claims,
    existing: shown ?? (isHeld ? await loadRecord(store, secondmentNoun, planned.id) : undefined),
  };
}

function comparedWith(existing: Secondment, planned: Secondment): Outcome<unknown> {
  if (isSamePlan(existing, planned)) return { ok: true, value: undefined };
  const { hostStation, post, term } = existing;
  return refuse("planned-differently", "hostStation", { station: hostStation.name, post, from: term.from });
}

function freeFor(claims: Parameters<typeof planClaims>[0], { id, term }: Secondment): Outcome<unknown> {
  return planClaims(claims, { secondmentId: id, from: term.from, to: term.to });
}
