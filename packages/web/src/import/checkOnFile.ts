import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { Officer, OfficerInput } from "@dunmiao/domain/officer";
import type { FactChange } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { isSamePlan } from "@dunmiao/domain/term/planSecondment";
import type { Unit } from "@dunmiao/domain/unit";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { type Deployment, type PlannedPair, planDeployedPair } from "@dunmiao/store/deployedPair";
import type { Acting } from "@dunmiao/store/engine/acting";
import { loadClaims, planClaims } from "@dunmiao/store/engine/claims";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { movedOfficer } from "@dunmiao/store/movedOfficer";
import { officerNoun } from "@dunmiao/store/officer";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { type PersonRow, placeOf, ruleProblems } from "./checked.ts";
import type { StationTerms } from "./stationTerms.ts";

export type PersonInput = Pick<
  PersonRow,
  "row" | "sheetName" | "officer" | "hostStation" | "post" | "from" | "partner"
>;
export type Planned = { input: PersonInput; secondment: Secondment };
/** What rows are compared with; `known` are the ids of the cohort's secondments that the index shows, `officers` who is on file under the numbers of the list. */
export type OnFile = {
  store: Store;
  acting: Acting;
  calendar: WorkCalendar;
  known: ReadonlySet<string>;
  isTaken: StationTerms;
  officers: { isRead: ReadonlySet<string>; found: ReadonlyMap<string, Officer> };
  units: ReadonlyMap<string, Unit>;
};
type MoveOf = Pick<Planned, "input"> & Pick<OnFile, "units">;
/** A row that can be written, or why not; `isNew` where nobody is on file under its number. */
export type Checked = {
  good?: { row: PersonRow; secondment: Secondment; planned?: PlannedPair | undefined };
  problems: ImportRefusal[];
  isNew: boolean;
  /** What the row changes of the officer on file. */
  changes?: FactChange[];
  /** The number of the same person that stays, where this one was merged. */
  leadsTo?: string | undefined;
};

/**
 * Compares a planned row with what is on file: the officer, the terms that officer and post have, the secondment itself.
 * `apartFrom` are numbers with whose facts somebody known may have come to agree.
 */
export async function checkOnFile(
  { input, secondment }: Planned,
  ground: OnFile,
  apartFrom: readonly string[] = [],
): Promise<Checked> {
  const place = placeOf({ ...input, sheet: "secondments" as const });
  const { officer, claims, existing } = await loadOnFile(secondment, ground);
  const isNew = officer === undefined;
  if (officer?.mergedInto !== undefined && existing && isSamePlan(existing, secondment))
    return { good: { row: thereAlready({ ...place, ...input }), secondment }, problems: [], isNew };
  const officerPlan = await officerPlanOf(ground.store, input.officer, { officer, apartFrom });
  const isAsOnFile = officerPlan.ok && officerPlan.value === "already-there";
  const placing = existing ? comparedWith(existing, secondment, isAsOnFile) : freeFor(claims, secondment);
  const isOfNew = { secondment: existing === undefined, officer: isNew };
  const pairing = await pairOf({ input, secondment }, ground, isOfNew);
  const refusals = [officerPlan, placing, pairing]
    .flatMap((each) => (each.ok ? [] : each.refusals))
    .map((each) => namedMove(each, officer, { input, units: ground.units }));
  if (!officerPlan.ok || !placing.ok || !pairing.ok) {
    const merged = officer?.mergedInto;
    const leadsTo = merged === undefined ? undefined : (await presentOfficer(ground.store, merged))?.id;
    return { problems: ruleProblems(place, refusals), isNew, leadsTo };
  }
  const action = existing ? "already-there" : "create";
  const named = { ...input.officer, ...(officer && { name: officer.name }) };
  const planned = pairing.value;
  const pairAction = planned ? ("create" as const) : ("already-there" as const);
  const row: PersonRow = {
    ...place,
    ...input,
    officer: named,
    action,
    officerAction: officerPlan.value,
    ...(input.partner && { pairAction }),
  };
  const changes = officer ? changesOf(officer, input.officer, ground.units) : [];
  return { good: { row, secondment, planned }, problems: [], isNew, ...(changes.length > 0 && { changes }) };
}

/** The pair that a row makes with the partner whom it names, as it would be written now. */
async function pairOf(
  { input: { officer, partner }, secondment }: Planned,
  { acting, units, calendar }: OnFile,
  isNew: NonNullable<Deployment["isNew"]>,
): Promise<Outcome<PlannedPair | undefined>> {
  if (!partner) return accept(undefined);
  return planDeployedPair(acting, partner, { secondment, officer, units, calendar, isNew });
}

const movable = ["homeUnit", "kind"] as const;

/** What a list may say otherwise of somebody on file, with the names of units. */
function changesOf(officer: Officer, input: OfficerInput, units: OnFile["units"]): FactChange[] {
  return movable.flatMap((fact) => {
    const [from, to] = [officer[fact], input[fact]];
    if (from === to) return [];
    const name = (code: string) => units.get(code)?.name ?? code;
    return { fact, from, to, ...(fact === "homeUnit" && { fromName: name(from), toName: name(to) }) };
  });
}

/** Where a running secondment carries the facts, the sentence says who would be moved from where to where. */
function namedMove(refusal: Refusal, officer: Officer | undefined, { input, units }: MoveOf): Refusal {
  if (!officer || refusal.code !== "needs-correction") return refusal;
  const [first] = changesOf(officer, input.officer, units);
  const { name } = officer;
  return {
    ...refusal,
    params: {
      ...refusal.params,
      name,
      ...(first?.fromName && { from: first.fromName, to: first.toName ?? "" }),
    },
  };
}

/** A term that was made under a number before that was merged stands as it is. */
function thereAlready(row: Omit<PersonRow, "action" | "officerAction">): PersonRow {
  return { ...row, action: "already-there", officerAction: "already-there" };
}

async function officerPlanOf(
  store: Store,
  input: OfficerInput,
  { officer, apartFrom }: { officer: Officer | undefined; apartFrom: readonly string[] },
): Promise<Outcome<PersonRow["officerAction"]>> {
  if (!officer) return accept("create");
  const moved = await movedOfficer(store, officer, { input, apartFrom });
  return moved.ok ? accept(moved.value ? "update" : "already-there") : moved;
}

/**
 * Nothing is read of somebody new at a station that is free in that period, but where the number is none of the list's; claims are read only where they can hold
 * something: nothing holds somebody who is not on file, or a post where the index shows nobody. A secondment that the
 * index has not shown yet is betrayed by its claim on the officer.
 */
async function loadOnFile(planned: Secondment, { store, known, isTaken, officers }: OnFile) {
  const { serviceNumber } = planned.officer;
  const isKnown = known.has(planned.id);
  const [officer, shown] = await Promise.all([
    officers.isRead.has(serviceNumber)
      ? officers.found.get(serviceNumber)
      : loadRecord(store, officerNoun, serviceNumber),
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

function comparedWith(existing: Secondment, planned: Secondment, isAsOnFile: boolean): Outcome<unknown> {
  if (isSamePlan(existing, planned, isAsOnFile)) return { ok: true, value: undefined };
  const { hostStation, post, term } = existing;
  return refuse("planned-differently", "hostStation", { station: hostStation.name, post, from: term.from });
}

function freeFor(claims: Parameters<typeof planClaims>[0], { id, term }: Secondment): Outcome<unknown> {
  return planClaims(claims, { secondmentId: id, from: term.from, to: term.to });
}
