import { confirmFinding } from "@dunmiao/domain/absence/finding";
import type { SpotCheckChange } from "@dunmiao/domain/change";
import { hashOf } from "@dunmiao/domain/event";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { commitSpotCheck } from "@dunmiao/domain/spotCheck/commitSpotCheck";
import { revealSpotCheck } from "@dunmiao/domain/spotCheck/draw";
import {
  checkOnLeave,
  recordFoundAbsence,
  recordSpotCheckResult,
} from "@dunmiao/domain/spotCheck/spotCheckResult";
import { assessmentsDueAt, candidatesOn } from "@dunmiao/domain/spotCheck/stationLoad";
import { type PlanGround, planSecondment, type SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { demoActor } from "../desk/personas.ts";
import { type Act, absenceFrom, personaOf } from "./acts.ts";
import { lifecycle } from "./lifecycle.ts";
import { workingDates, workingDaysBefore, type Year } from "./placing.ts";
import type { Random } from "./random.ts";
import { allowed } from "./record.ts";

const size = 6;
const sealedDaysAhead = 3;
/** The check is some weeks ago: what it found is confirmed, and nothing of it waits. */
const leastDaysAgo = 15;
const actor = demoActor("inspector");

/** One act on the check, and its day. */
export type CheckStep = SpotCheckChange & { on: string };
/** A check that was sealed and revealed; `steps` in order. */
export type DrawnCheck = { check: SpotCheck; seed: string; steps: readonly CheckStep[] };
type Told = { plans: readonly SecondmentPlan[]; ground: PlanGround; year: Year };

/** The spot check of the demo, on the last day of some weeks ago on which no station files anything else. */
export function drawCheck(told: Told): DrawnCheck {
  const { calendar, from, today } = told.year;
  const people = told.plans.map((plan) => listedOf(plan, told.ground));
  const days = workingDates(calendar, from, workingDaysBefore(calendar, today, leastDaysAgo));
  for (const on of days.toReversed()) {
    const drawn = drawOn(on, people, told);
    if (drawn.check.picks.length === size) return drawn;
  }
  throw new Error("demo: no day on which a check could draw enough people");
}

type Listed = ReturnType<typeof listedOf>;

/** Somebody as the list of a check knows them. */
function listedOf(plan: SecondmentPlan, ground: PlanGround) {
  const { after } = allowed(planSecondment(plan, ground), plan.officer.serviceNumber);
  const { id, term, status, hostStation } = after;
  const station: [string, string] = [hostStation.code, hostStation.name];
  const checkpoints = after.checkpoints.map(({ key, dueOn, state }): [string, string, string, string] => [
    ...([key, dueOn, state, ""] as const),
  ]);
  return { id, station, ...term, status, checkpoints };
}

function drawOn(on: string, people: readonly Listed[], { ground, year }: Told): DrawnCheck {
  const { cohort, scheme } = ground;
  const id = `${on.replaceAll("-", "")}-demo`;
  // Any text will do: the same first day is to give the same draw.
  const seed = hashOf(id);
  const given = {
    id,
    seed,
    caps: scheme.spotCheckCaps,
    candidates: candidatesOn(on, { people }),
    assessmentsDue: assessmentsDueAt(on, [{ scheme, people }]),
  };
  const sealedOn = workingDaysBefore(year.calendar, on, sealedDaysAhead);
  const input = { cohort: cohort.id, on, size };
  const sealed = allowed(commitSpotCheck(input, given, { actor, today: sealedOn }), id);
  const revealed = allowed(
    revealSpotCheck(sealed.after, { seed, checksDrawn: [] }, { actor, today: on }),
    id,
  );
  const steps = [
    { ...sealed, on: sealedOn },
    { ...revealed, on },
  ];
  return { check: revealed.after, seed, steps };
}

/** What the check tells of two of the people whom it drew: one was away with leave, one without. */
export function checkedActs(
  { check }: DrawnCheck,
  year: Year,
  random: Random,
): { away: Act[]; absent: Act[] } {
  const { on } = check;
  const range = { from: on, to: on };
  const leave = { class: "compensatory-rest", days: 1, ending: "settled", place: "spread" } as const;
  const facts = { class: "unexplained", ...range, cause: "抽查时不在岗，未履行请假手续" } as const;
  const recordedOn = resultsOn(check, year);
  const found: Act = {
    on: recordedOn,
    by: personaOf("inspector"),
    rule: (ground) => recordFoundAbsence(ground, facts, check),
  };
  const confirmed: Act = {
    on: addWorkingDays(year.calendar, recordedOn, 2),
    by: personaOf("branch"),
    rule: (ground) => confirmFinding(ground, absenceFrom(ground.secondment, on).id, {}),
  };
  return { away: lifecycle({ leave, range, year, random }), absent: [found, confirmed] };
}

/** The results, as the ledgers of those who were drawn say; somebody who never arrived has none. */
export function withResults(
  drawn: DrawnCheck,
  year: Year,
  recordOf: (secondmentId: string) => Secondment | undefined,
): DrawnCheck {
  const on = resultsOn(drawn.check, year);
  const steps = [...drawn.steps];
  let { check } = drawn;
  for (const { secondmentId } of drawn.check.picks) {
    const record = recordOf(secondmentId);
    if (!record?.reportedInOn) continue;
    const found = { secondmentId, ...foundOf(check, record) };
    const step = allowed(recordSpotCheckResult(check, found, { actor, today: on }), secondmentId);
    steps.push({ ...step, on });
    check = step.after;
  }
  return { ...drawn, check, steps };
}

function foundOf({ id, on }: SpotCheck, record: Secondment) {
  const finding = record.absences.find(({ foundBy }) => foundBy === id);
  if (finding) return { outcome: "absent" as const, absenceId: finding.id };
  return { outcome: checkOnLeave(record, on).ok ? ("on-leave" as const) : ("present" as const) };
}

/** Results are entered on the working day after, with the ledger at hand. */
function resultsOn({ on }: Pick<SpotCheck, "on">, { calendar }: Pick<Year, "calendar">): string {
  return addWorkingDays(calendar, on, 1);
}
