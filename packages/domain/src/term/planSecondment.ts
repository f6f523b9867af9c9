import { lastDayOfTerm } from "../calendarDate.ts";
import type { Change } from "../change.ts";
import { planCheckpoints } from "../checkpoint.ts";
import type { Cohort } from "../cohort.ts";
import { refusedBirth, refusedStart } from "../dateBounds.ts";
import type { OfficerInput } from "../officer.ts";
import { factNow } from "../officerCorrection.ts";
import { plainPost } from "../plainText.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import type { Unit, UnitSnapshot } from "../unit.ts";
import type { WorkCalendar } from "../workCalendar.ts";

export type SecondmentPlan = {
  officer: OfficerInput;
  hostStation: string;
  post: string;
  from?: string | undefined;
};
export type PlanGround = {
  cohort: Cohort;
  scheme: Scheme;
  calendar: WorkCalendar;
  units: ReadonlyMap<string, Unit>;
};

/** Deterministic id of a secondment: the same row of the same file always means the same record. */
export function secondmentId(cohortId: string, serviceNumber: string): string {
  return `${cohortId}-${serviceNumber}`;
}

/** What a term begins without. */
export const nothingFiled = {
  reportInCorrections: [],
  assessments: [],
  statements: [],
  rulings: [],
  awards: [],
  contributions: [],
};

/** Plans one secondment of a cohort; claims on officer and post are checked where they are written. */
export function planSecondment(plan: SecondmentPlan, ground: PlanGround): Outcome<Change> {
  const { cohort, scheme, calendar, units } = ground;
  const sending = units.get(plan.officer.homeUnit);
  if (!sending) return refuse("unknown-unit", "homeUnit", { unit: plan.officer.homeUnit });
  const station = units.get(plan.hostStation);
  if (!station) return refuse("unknown-unit", "hostStation", { unit: plan.hostStation });
  if (station.kind !== "station") return refuse("not-a-station", "hostStation", { unit: station.name });
  const branch = station.parent === undefined ? undefined : units.get(station.parent);
  if (!branch) return refuse("station-needs-branch", "hostStation", { unit: station.name });
  const from = plan.from ?? cohort.startsOn;
  const { homeUnit: _, ...officer } = plan.officer;
  const refused = refusedStart(from, cohort, scheme) ?? refusedBirth(officer.birthMonth, from);
  if (refused) return refused;
  const term = { from, to: lastDayOfTerm(from, scheme.termMonths) };
  const after: Secondment = {
    id: secondmentId(cohort.id, officer.serviceNumber),
    version: 0,
    head: "",
    cohortId: cohort.id,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    officer,
    sending: snapshot(sending),
    hostBranch: snapshot(branch),
    hostStation: snapshot(station),
    post: plainPost(plan.post),
    term,
    status: "planned",
    absences: [],
    checkpoints: planCheckpoints(term, scheme, calendar),
    warnings: [],
    reviews: [],
    ...nothingFiled,
  };
  const { hostStation, post } = after;
  return accept({
    after,
    event: { type: "secondment.planned", change: { term, hostStation: hostStation.code, post } },
  });
}

/**
 * Whether an existing record already says what a plan says, its sending unit or the home unit as corrected since: then
 * importing it again is `already-there`. `isAsOnFile`: the person has moved on after the term, and the plan says what is
 * on file of the person now.
 */
export function isSamePlan(existing: Secondment, planned: Secondment, isAsOnFile = false): boolean {
  return (
    existing.hostStation.code === planned.hostStation.code &&
    plainPost(existing.post) === planned.post &&
    (isAsOnFile || [existing.sending.code, factNow(existing, "homeUnit")].includes(planned.sending.code)) &&
    (existing.nominalFrom ?? existing.term.from) === planned.term.from
  );
}

function snapshot(unit: Unit): UnitSnapshot {
  return { code: unit.id, name: unit.name };
}
