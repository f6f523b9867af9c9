import { acknowledgeWarning } from "@dunmiao/domain/absence/acknowledgeWarning";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import type { Change } from "@dunmiao/domain/change";
import { canonical } from "@dunmiao/domain/event";
import type { SecondmentEvent } from "@dunmiao/domain/eventType";
import { dueOn } from "@dunmiao/domain/nextStep";
import type { Outcome } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type PlanGround, planSecondment, type SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { catchUp } from "@dunmiao/domain/year/catchUp";
import { deriveSecondment } from "@dunmiao/store/deriveSecondment";
import { systemActor } from "@dunmiao/store/engine/acting";
import { indexAttributes } from "@dunmiao/store/engine/indexKeys";
import { textKey } from "@dunmiao/store/engine/keys";
import { type Sealed, seal } from "@dunmiao/store/engine/seal";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { demoActor } from "../desk/personas.ts";
import { type Act, personaOf, putOff } from "./acts.ts";

/** Noon in Shanghai: when people act. */
export const noon = "T04:00:00.000Z";
/** The sweep of a day: 06:00 in Shanghai. */
const sweepTime = "T22:00:00.000Z";
/** The first moment of a day in Shanghai. */
const midnight = "T16:00:00.000Z";

/**
 * `until`: the day up to which sweeps ran and HR looked at its warnings; what came later waits for the real sweep.
 * Nothing is done after `today`.
 */
export type Told = { ground: PlanGround; plannedOn: string; until: string; today: string };
const acknowledgedAfterWorkingDays = 2;

/** A record with all its events, and the long texts beside it. */
export type Story = Sealed<Secondment> & { textItems: readonly Record<string, unknown>[] };

/**
 * One officer's record with all its events, as the same rules make it when people act on these days and a sweep runs
 * every day in between.
 * @throws Error when a rule refuses: then the demo tells something that the product does not allow
 */
export function recordOf(plan: SecondmentPlan, acts: readonly Act[], told: Told): Story {
  const { ground, until } = told;
  const queue = [...acts];
  let last = planned(plan, told);
  const eventItems = [...last.eventItems];
  const textItems: Record<string, unknown>[] = [];
  for (;;) {
    const due = dueOn(last.record, ground);
    const [act] = queue;
    if (due !== undefined && due <= (act?.on ?? until)) {
      last = swept(last, due, told);
      if (last.event.type === "limit.warned") acknowledgeLater(queue, due, told);
    } else if (act) {
      queue.shift();
      const outcome = outcomeOf(last.record, act, ground);
      const again = outcome.ok ? undefined : putOff(act, outcome, ground);
      if (again && again.on <= told.today) enqueue(queue, again);
      if (again) continue;
      textItems.push(...textsOf(last.record.id, outcome));
      last = acted(last, act, { outcome, told });
    } else return { ...last, seen: 0, ...withDerived(last, ground), eventItems, textItems };
    eventItems.push(...last.eventItems);
  }
}

/** HR sees a warning within days, unless it is of the last few. */
function acknowledgeLater(queue: Act[], warnedOn: string, { ground, until }: Told): void {
  const on = addWorkingDays(ground.calendar, warnedOn, acknowledgedAfterWorkingDays);
  if (on > until) return;
  const rule: Act["rule"] = (at) => {
    const level = Math.max(...at.secondment.warnings.map(({ levelDays }) => levelDays));
    return acknowledgeWarning(at, level);
  };
  enqueue(queue, { on, by: personaOf("hr"), rule });
}

function enqueue(queue: Act[], act: Act): void {
  const later = queue.findIndex(({ on }) => on > act.on);
  queue.splice(later < 0 ? queue.length : later, 0, act);
}

function planned(plan: SecondmentPlan, told: Told) {
  const { after, event } = allowed(planSecondment(plan, told.ground), plan.officer.serviceNumber);
  return sealed({ after, event, actor: demoActor("hr"), on: told.plannedOn }, told.ground);
}

/**
 * An instant of a day, none earlier than what was done before it. What is done today was done when the day began: the
 * demo is written at any hour, and what the product does from then on comes after it.
 */
function instantOf(on: string, { usual, today }: { usual: string; today: string }, done: string): string {
  return laterOf(on === today ? addDays(on, -1) + midnight : usual, done);
}

/** What an act of noon makes due on its own day is done right after it: the times of a trail never run backwards. */
function swept({ record: before, event: done }: Sealed<Secondment>, on: string, { ground, today }: Told) {
  const [first] = catchUp(before, ground, on);
  if (!first) throw new Error(`demo: nothing to do for ${before.id} on ${on}`);
  const at = instantOf(on, { usual: addDays(on, -1) + sweepTime, today }, done.at);
  return sealed({ before, ...first, actor: systemActor("progress"), on, at }, ground);
}

function outcomeOf(before: Secondment, { on, by, rule }: Act, ground: PlanGround): Outcome<Change> {
  const { scheme, calendar } = ground;
  return rule({ secondment: before, scheme, calendar, actor: by(before, ground), today: on });
}

function textsOf(id: string, outcome: Outcome<Change>): Record<string, unknown>[] {
  const texts = outcome.ok ? (outcome.value.texts ?? []) : [];
  return texts.map((each) => ({
    ...textKey("secondment", id, each.name, each.id),
    text: canonical(each.text),
  }));
}

function acted(
  { record: before, event: done }: Sealed<Secondment>,
  { on, by }: Act,
  { outcome, told: { ground, today } }: { outcome: Outcome<Change>; told: Told },
): Sealed<Secondment> {
  const at = instantOf(on, { usual: on + noon, today }, done.at);
  const change = allowed(outcome, `${before.id} on ${on}`);
  return sealed({ before, ...change, actor: by(before, ground), on, at }, ground);
}

type Line = {
  before?: Secondment;
  after: Secondment;
  event: SecondmentEvent;
  actor: ReturnType<typeof demoActor>;
  on: string;
  at?: string;
};

function sealed(line: Line, { scheme, calendar }: PlanGround): Sealed<Secondment> {
  const { before, after, actor, on, at = on + noon } = line;
  const event = { ...line.event, scheme: schemeLabel(scheme) };
  // Only the last state of a record is stored: what lists show of the earlier ones is never asked for.
  const derive = () => ({ summary: {}, index: {} });
  const change = { noun: secondmentNoun, before, after, event, derive };
  return seal(change, { actor, at, on, calendarVersion: calendar.version });
}

/** The stored item of the last state, with its summary, due date and places in the indexes. */
function withDerived({ record, recordItem }: Sealed<Secondment>, ground: PlanGround) {
  const { summary, dueOn: due, index, digest } = deriveSecondment(ground)(record);
  const placed = { ...index, ...(due !== undefined && { dueOn: due }) };
  const item = { ...recordItem, ...indexAttributes("secondment", record.id, placed), summary };
  return { recordItem: item, ...(digest && { digestItem: digest }) };
}

/**
 * What a rule allows.
 * @throws Error when it refuses: then the demo tells something that the product does not allow
 */
export function allowed<T>(outcome: Outcome<T>, where: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`demo: ${where}: ${outcome.refusals.map(({ code }) => code).join(", ")}`);
}
