import type { Change, RecordText } from "@dunmiao/domain/change";
import type { DatedStep } from "@dunmiao/domain/earliest";
import { canonical } from "@dunmiao/domain/event";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type DueStep, dueSteps, type Steps } from "@dunmiao/domain/steps";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { messagesOf, type Step, untilCaughtUp, withinOneTransaction } from "./dueSteps.ts";
import { type Acting, stampOf, systemActor } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { textKey } from "./engine/keys.ts";
import type { Kind, Noun, Recorded } from "./engine/kinds.ts";
import { loadRecord } from "./engine/record.ts";
import { type Derived, type Sealed, seal } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";

/** What else goes into the transaction of a change. */
type Extra<R extends Recorded> = Pick<Decided<R>, "claims" | "together" | "beside">;

/**
 * All that a kind of record brings to the rails on which records move by themselves: what it is, what it is judged by,
 * its steps, and what stands beside it. The rest (catching up, chain, one transaction, `progress`) is the same for all.
 */
export type Rail<R extends Recorded, Rules extends { calendar: WorkCalendar }, S extends DatedStep> = {
  readonly noun: Noun<R>;
  readonly steps: Steps<R, Rules, S>;
  readonly rulesFor: (from: Pick<Acting, "store" | "calendar">, record: R) => Promise<Rules>;
  /** The scheme version as events name it. */
  readonly labelOf: (rules: Rules) => string;
  readonly derive: (rules: Rules) => (record: R, at: string) => Derived;
  /** Claims, changes of other records and messages that follow from a change; `version` is the one that it makes. */
  readonly besides: (
    acting: Acting,
    made: { before: R; change: Change<R, EventOfKind>; rules: Rules; version: number },
  ) => Promise<Outcome<Extra<R>>>;
};

/** A record with everything done that was due, what it is judged by, and the steps that are not written yet. */
export type OnRail<R, Rules> = { record: R; rules: Rules; earlier: readonly DueStep<R>[] };
export type RailRequest<R extends Recorded, Rules> = {
  id: string;
  /** Runs on the record with everything that was due done first, and again after every conflict. */
  rule: (at: OnRail<R, Rules>) => Outcome<Change<R, EventOfKind> | undefined>;
  once?: { use: KeyUse; answer: (record: R) => Answer } | undefined;
  /** The workflow takes its steps one by one itself. */
  leaveDueSteps?: boolean | undefined;
};

/** The record with everything done that was due today, swept or not. Reads nothing but the rules, which are cached. */
export async function standing<
  R extends Recorded,
  Rules extends { calendar: WorkCalendar },
  S extends DatedStep,
>(
  rail: Rail<R, Rules, S>,
  acting: Pick<Acting, "store" | "calendar" | "today">,
  record: R,
): Promise<OnRail<R, Rules>> {
  const rules = await rail.rulesFor(acting, record);
  const earlier = dueSteps(rail.steps, record, rules, acting.today);
  return { record: earlier.at(-1)?.after ?? record, rules, earlier };
}

/** Runs one rule on one record and commits what it says: one GetItem and one TransactWriteItems. */
export async function changeOnRail<
  R extends Recorded,
  Rules extends { calendar: WorkCalendar },
  S extends DatedStep,
>(rail: Rail<R, Rules, S>, acting: Acting, request: RailRequest<R, Rules>): Promise<Changed<R>> {
  const calendar = await acting.calendar.current();
  const { id, once } = request;
  const decide = (record: R) => decideOn(rail, acting, record, request);
  return untilCaughtUp(
    () => change(acting.store, { noun: rail.noun, id, decide, once }, stampOf(acting, calendar)),
    (changed) => (changed.outcome === "refused" ? changed.refusals : undefined),
  );
}

type SealedChange<R extends Recorded> = Pick<Decided<R>, "claims" | "beside"> & { sealed: Sealed<R> };

/**
 * The same change, sealed for a transaction in which another record leads: reload and run it again when that one is
 * not written. One GetItem.
 */
export async function sealOnRail<
  R extends Recorded,
  Rules extends { calendar: WorkCalendar },
  S extends DatedStep,
>(
  rail: Rail<R, Rules, S>,
  acting: Acting,
  request: Pick<RailRequest<R, Rules>, "id" | "leaveDueSteps"> & {
    rule: (at: OnRail<R, Rules>) => Outcome<Change<R, EventOfKind>>;
  },
): Promise<Outcome<SealedChange<R>>> {
  return untilCaughtUp(
    async (): Promise<Outcome<SealedChange<R>>> => {
      const before = await loadRecord(acting.store, rail.noun, request.id);
      if (!before) return refuse("not-found");
      const decided = await decideOn(rail, acting, before, request);
      if (!decided.ok) return decided;
      if (!decided.value) throw new Error(`${rail.noun.kind} ${request.id}: a rule that changes nothing`);
      const { claims, beside, calendarVersion = 0 } = decided.value;
      const stamp = stampOf(acting, { version: calendarVersion });
      return accept({ sealed: seal({ noun: rail.noun, before, ...decided.value }, stamp), claims, beside });
    },
    (answer) => (answer.ok ? undefined : answer.refusals),
  );
}

/** Does what was due, runs the rule, and names everything that is to be written. */
async function decideOn<R extends Recorded, Rules extends { calendar: WorkCalendar }, S extends DatedStep>(
  rail: Rail<R, Rules, S>,
  acting: Acting,
  before: R,
  { rule, leaveDueSteps }: Pick<RailRequest<R, Rules>, "rule" | "leaveDueSteps">,
): Promise<Outcome<Decided<R> | undefined>> {
  const at = leaveDueSteps
    ? { record: before, rules: await rail.rulesFor(acting, before), earlier: [] }
    : await standing(rail, acting, before);
  const { rules, earlier } = at;
  const outcome = rule(at);
  if (!outcome.ok || !outcome.value) return outcome.ok ? accept(undefined) : outcome;
  const scheme = rail.labelOf(rules);
  const steps = earlier.map((each) => stepOf(each, scheme));
  const whole = await withinOneTransaction(acting, { rail, rules, before }, steps);
  if (!whole.ok) return whole;
  const version = before.version + steps.length + 1;
  const extra = await rail.besides(acting, { before, change: outcome.value, rules, version });
  if (!extra.ok) return extra;
  const { after, event, texts = [], further } = outcome.value;
  return accept({
    ...extra.value,
    after,
    event: { ...event, scheme },
    earlier: steps,
    derive: rail.derive(rules),
    calendarVersion: rules.calendar.version,
    also: further && [{ ...further, event: { ...further.event, scheme } }],
    beside: [
      ...texts.map((each) => textWrite(rail.noun.kind, before.id, each)),
      ...messagesOf(steps),
      ...(extra.value.beside ?? []),
    ],
  });
}

function stepOf<R>({ after, event, message }: DueStep<R>, scheme: string): Step<R> {
  return { after, event: { ...event, scheme }, actor: systemActor("progress"), message };
}

/** A long text beside its record: written once, never over another. */
function textWrite(kind: Kind, id: string, { name, id: textId, text }: RecordText): Beside {
  return { put: { ...textKey(kind, id, name, textId), text: canonical(text) }, onlyOver: "nothing" };
}
