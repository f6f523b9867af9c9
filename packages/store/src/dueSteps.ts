import type { Actor } from "@dunmiao/domain/actor";
import type { Change } from "@dunmiao/domain/change";
import type { Message } from "@dunmiao/domain/notification";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { deriveSecondment } from "./deriveSecondment.ts";
import { type Acting, stampOf, systemActor } from "./engine/acting.ts";
import { commit } from "./engine/commit.ts";
import type { Beside } from "./engine/writes.ts";
import { inboxWrites } from "./notification.ts";
import { secondmentNoun } from "./secondment.ts";
import type { Rules } from "./secondmentRules.ts";

/** A change of the workflow that comes before a person's. */
export type Step = {
  after: Secondment;
  event: Change["event"] & { scheme: string };
  actor: Actor;
  message: Message | undefined;
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
export function messagesOf(steps: readonly Step[]): Beside[] {
  return inboxWrites(steps.flatMap(({ message }) => message ?? []));
}

/**
 * Refuses when more was due than goes into one transaction, after committing the first of the steps as the workflow
 * would have; a conflict shows at the next reload.
 */
export async function withinOneTransaction(
  acting: Acting,
  record: Secondment,
  steps: readonly Step[],
  rules: Rules,
): Promise<Outcome<readonly Step[]>> {
  const first = steps.slice(0, fitting(steps));
  const last = first.at(-1);
  if (!last || first.length === steps.length) return accept(steps);
  const made = { noun: secondmentNoun, before: record, ...last, earlier: first.slice(0, -1) };
  const stamp = { ...stampOf(acting, rules.calendar), actor: systemActor("progress") };
  const extras = { beside: messagesOf(first) };
  await commit(acting.store, { ...made, derive: deriveSecondment(rules) }, stamp, extras);
  return refuse(behind);
}

/** How many of the steps, from the first, go into one transaction with their messages. */
function fitting(steps: readonly Step[]): number {
  let items = 0;
  const tooMany = steps.findIndex(({ message }) => {
    items += 1 + (message?.to.length ?? 0);
    return items > mostItems;
  });
  return tooMany === -1 ? steps.length : tooMany;
}
