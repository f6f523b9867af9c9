import type { Actor } from "@dunmiao/domain/actor";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import type { StepMessage } from "@dunmiao/domain/pairMessage";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { type Acting, stampOf, systemActor } from "./engine/acting.ts";
import { commit } from "./engine/commit.ts";
import type { Noun, Recorded } from "./engine/kinds.ts";
import type { Derived } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { inboxWrites } from "./notification.ts";

/** A change of the workflow that comes before a person's. */
export type Step<R> = {
  after: R;
  event: EventOfKind & { scheme: string };
  actor: Actor;
  message: StepMessage | undefined;
};

/** What a rule's run answers when so much was due that it took a transaction of its own: run it again. */
const behind = "steps-outstanding";
/** Items for steps in one transaction of at most 100; a year on which nobody looked has about 130 steps. */
const mostItems = 60;
const mostRounds = 50;

/** Attempts again while the answer's refusals say that the record is behind. */
export async function untilCaughtUp<T>(
  attempt: () => Promise<T>,
  refusalsIn: (answer: T) => readonly Refusal[] | undefined,
): Promise<T> {
  for (let round = 0; round < mostRounds; round += 1) {
    const answer = await attempt();
    if (refusalsIn(answer)?.[0]?.code !== behind) return answer;
  }
  throw new Error("a record does not come to rest");
}

/** What steps tell, as items of the transaction that commits them. */
export function messagesOf(steps: readonly Step<unknown>[]): Beside[] {
  return inboxWrites(steps.flatMap(({ message }) => message ?? []));
}

type Behind<R extends Recorded, Rules> = {
  rail: { noun: Noun<R>; derive: (rules: Rules) => (record: R, at: string) => Derived };
  rules: Rules & { calendar: WorkCalendar };
  before: R;
};

/**
 * Refuses when more was due than goes into one transaction, after committing the first of the steps as the workflow
 * would have; a conflict shows at the next reload.
 */
export async function withinOneTransaction<R extends Recorded, Rules>(
  acting: Acting,
  { rail, rules, before }: Behind<R, Rules>,
  steps: readonly Step<R>[],
): Promise<Outcome<readonly Step<R>[]>> {
  const first = steps.slice(0, fitting(steps));
  const last = first.at(-1);
  if (!last || first.length === steps.length) return accept(steps);
  const made = { noun: rail.noun, before, ...last, earlier: first.slice(0, -1) };
  const stamp = { ...stampOf(acting, rules.calendar), actor: systemActor("progress") };
  const extras = { beside: messagesOf(first) };
  await commit(acting.store, { ...made, derive: rail.derive(rules) }, stamp, extras);
  return refuse(behind);
}

/** How many of the steps, from the first, go into one transaction with their messages. */
function fitting(steps: readonly Step<unknown>[]): number {
  let items = 0;
  const tooMany = steps.findIndex(({ message }) => {
    items += 1 + (message?.to.length ?? 0);
    return items > mostItems;
  });
  return tooMany === -1 ? steps.length : tooMany;
}
