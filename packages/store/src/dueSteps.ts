import type { Actor } from "@dunmiao/domain/actor";
import type { Change } from "@dunmiao/domain/change";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Acting, stampOf, systemActor } from "./acting.ts";
import { commit } from "./commit.ts";
import { deriveSecondment } from "./deriveSecondment.ts";
import { secondmentNoun } from "./secondment.ts";
import type { Rules } from "./secondmentRules.ts";

/** A change of the workflow that comes before a person's. */
export type Step = { after: Secondment; event: Change["event"] & { scheme: string }; actor: Actor };

/** What a rule's run answers when so much was due that it took a transaction of its own: run it again. */
const behind = "steps-outstanding";
/** Steps in one transaction of at most 100 items; a year on which nobody looked has about 130. */
const mostSteps = 60;
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

/**
 * Refuses when more steps were due than go into one transaction, after committing the first of them as the workflow
 * would have; a conflict shows at the next reload.
 */
export async function withinOneTransaction(
  acting: Acting,
  record: Secondment,
  steps: readonly Step[],
  rules: Rules,
): Promise<Outcome<readonly Step[]>> {
  if (steps.length <= mostSteps) return accept(steps);
  const first = steps.slice(0, mostSteps);
  const last = first.at(-1);
  if (!last) return accept(steps);
  const made = { noun: secondmentNoun, before: record, ...last, earlier: first.slice(0, -1) };
  const stamp = { ...stampOf(acting, rules.calendar), actor: systemActor("progress") };
  await commit(acting.store, { ...made, derive: deriveSecondment(rules) }, stamp);
  return refuse(behind);
}
