import type { ImportRefusal } from "@dunmiao/domain/importRow";
import type { OfficerInput } from "@dunmiao/domain/officer";
import { planOfficer } from "@dunmiao/domain/officer";
import { isSamePlan, type PlanGround, planSecondment } from "@dunmiao/domain/planSecondment";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { loadClaims, planClaims } from "@dunmiao/store/claims";
import type { Store } from "@dunmiao/store/client";
import { officerNoun } from "@dunmiao/store/officer";
import { loadRecord } from "@dunmiao/store/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { atOnce } from "./atOnce.ts";
import { cellProblems, type PersonRow, ruleProblems } from "./checked.ts";
import type { SecondmentCells } from "./columns.ts";
import type { ParsedRow } from "./list.ts";
import { postsOnce } from "./postsOnce.ts";
import { type UnitFinder, unitFinder } from "./unitNames.ts";

/** Each row reads three items at a time: 30 GetItems at once. */
const rowsAtOnce = 10;

/** What rows are checked against; `known` are the ids of the cohort's secondments that the index shows. */
export type PeopleGround = PlanGround & { store: Store; known: ReadonlySet<string> };
export type CheckedPeople = { good: PersonRow[]; problems: ImportRefusal[] };
type Planned = { row: PersonRow; secondment: Secondment };
type Checked = { planned?: Planned; problems: ImportRefusal[] };

/** Checks the list row by row: units, officer on file, officer and post held by others, the same secondment already there. */
export async function checkPeople(
  rows: readonly ParsedRow<SecondmentCells>[],
  ground: PeopleGround,
): Promise<CheckedPeople> {
  const find = unitFinder(ground.units);
  const checked = await atOnce(rows, rowsAtOnce, async (row): Promise<Checked> => {
    const input = inputOf(row, find);
    return input.value ? checkRow(input.value, ground) : { problems: input.problems };
  });
  const planned = checked.flatMap((each) => each.planned ?? []);
  const { free, problems } = postsOnce(planned);
  return {
    good: free.map((each) => each.row),
    problems: [...checked.flatMap((each) => each.problems), ...problems],
  };
}

/** The row with its units found; every cell that cannot be understood is a problem, not only the first. */
function inputOf(row: ParsedRow<SecondmentCells>, find: UnitFinder) {
  const { homeUnit, hostStation } = row.cells;
  const home = homeUnit === undefined ? undefined : find("homeUnit", homeUnit);
  const host = hostStation === undefined ? undefined : find("hostStation", hostStation);
  const unknown = [home, host].flatMap((each) => (each && !each.ok ? each.refusals : []));
  const problems = [...cellProblems(row), ...ruleProblems(row, unknown)];
  if (!row.isComplete || !home?.ok || !host?.ok) return { problems };
  const { post, from, hostStation: _, homeUnit: __, ...person } = row.cells;
  const officer: OfficerInput = { ...person, homeUnit: home.value };
  const value = { row: row.row, officer, hostStation: host.value, post, ...(from && { from }) };
  return { value, problems };
}
type Input = NonNullable<ReturnType<typeof inputOf>["value"]>;

async function checkRow(input: Input, ground: PeopleGround): Promise<Checked> {
  const place = { sheet: "secondments" as const, row: input.row };
  const plan = planSecondment(input, ground);
  if (!plan.ok) return { problems: ruleProblems(place, plan.refusals) };
  const secondment = plan.value.after;
  const { officer, claims, existing } = await onFile(secondment, ground);
  const officerPlan = planOfficer(input.officer, officer);
  const placing = existing ? comparedWith(existing, secondment) : freeFor(claims, secondment);
  const refusals = [officerPlan, placing].flatMap((each) => (each.ok ? [] : each.refusals));
  if (!officerPlan.ok || !placing.ok) return { problems: ruleProblems(place, refusals.map(asColumn)) };
  const action = existing ? "already-there" : "create";
  const row: PersonRow = { ...place, ...input, action, officerAction: officerPlan.value };
  return { planned: { row, secondment }, problems: [] };
}

/** Three GetItems; a fourth only where the index or a claim says that the secondment exists. */
async function onFile(planned: Secondment, { store, known }: PeopleGround) {
  const { serviceNumber } = planned.officer;
  const [officer, claims] = await Promise.all([
    loadRecord(store, officerNoun, serviceNumber),
    loadClaims(store, { serviceNumber, station: planned.hostStation.code, post: planned.post }),
  ]);
  const holds = claims.officer.periods.some((held) => held.secondmentId === planned.id);
  const exists = holds || known.has(planned.id);
  const existing = exists ? await loadRecord(store, secondmentNoun, planned.id) : undefined;
  return { officer, claims, existing };
}

function comparedWith(existing: Secondment, planned: Secondment): Outcome<unknown> {
  if (isSamePlan(existing, planned)) return { ok: true, value: undefined };
  const { hostStation, post, term } = existing;
  return refuse("planned-differently", "hostStation", { station: hostStation.name, post, from: term.from });
}

function freeFor(claims: Parameters<typeof planClaims>[0], { id, term }: Secondment): Outcome<unknown> {
  return planClaims(claims, { secondmentId: id, from: term.from, to: term.to });
}

const columnOfHolder: Readonly<Record<string, string>> = {
  "officer-busy": "serviceNumber",
  "post-busy": "hostStation",
};

function asColumn<R extends { code: string }>(refusal: R): R & { field?: string } {
  const field = columnOfHolder[refusal.code];
  return field ? { ...refusal, field } : refusal;
}
