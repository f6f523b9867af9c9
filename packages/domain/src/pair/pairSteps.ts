import { addDays, earlierOf } from "../calendarDate.ts";
import { type CheckpointStep, checkpointSteps } from "../checkpointSteps.ts";
import { earliest } from "../earliest.ts";
import type { EventOfKind } from "../eventType.ts";
import { lastDayOfPair, type Pair } from "../pair.ts";
import type { Steps } from "../steps.ts";
import { takeCheckpointStep } from "../takeCheckpointStep.ts";
import type { PairRules } from "./ground.ts";
import { type NoticeStep, noticeSteps, withNotice } from "./pairNotices.ts";
import { stepMessage } from "./tellPair.ts";

/** One thing that the workflow does to a pair, and the first date on which it must be done. */
export type PairStep = CheckpointStep | NoticeStep | { step: "complete"; on: string };

/**
 * Everything still to be done to a pair without anyone's further act. A pair whose final test is passed is completed on
 * the day after its last; one without waits for a person.
 */
export function pairStepsOf(pair: Pair, rules: PairRules): PairStep[] {
  if (pair.status !== "active") return [];
  const on = completedOn(pair);
  const complete: PairStep[] = on === undefined ? [] : [{ step: "complete", on }];
  return [...checkpointSteps(pair, rules), ...noticeSteps(pair, rules), ...complete];
}

function completedOn(pair: Pair): string | undefined {
  return pair.tests.some((each) => each.isPassed) ? addDays(lastDayOfPair(pair), 1) : undefined;
}

/** How a pair moves by itself, and whom that tells. */
export const pairSteps: Steps<Pair, PairRules, PairStep, EventOfKind<"pair">> = {
  next: (pair, rules, today) => earliest(pairStepsOf(pair, rules).filter(({ on }) => on <= today)),
  take: (pair, step, { scheme }, today) => {
    if (step.step === "complete")
      return {
        after: { ...pair, status: "completed" },
        event: { type: "pair.completed", change: { on: step.on, status: "completed" } },
      };
    if (step.step === "give-notice") {
      const { about, of } = step;
      return {
        after: withNotice(pair, step),
        event: { type: "pair.notice-given", change: { about, of } },
      };
    }
    // Nobody is reminded of what the completion that is due comes before.
    return takeCheckpointStep(pair, step, { scheme, today: earlierOf(today, completedOn(pair) ?? today) });
  },
  tell: stepMessage,
};
