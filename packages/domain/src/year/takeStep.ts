import type { Change } from "../change.ts";
import type { Step } from "../nextStep.ts";
import type { Scheme } from "../scheme.ts";
import { openReviewOf, type Secondment } from "../secondment.ts";
import { takeCheckpointStep } from "../takeCheckpointStep.ts";

/**
 * Does one step of the workflow to the record. The dates written are those on which the step was due, never the day
 * of the sweep, so that late sweeps end in the same record as punctual ones.
 */
export function takeStep(secondment: Secondment, step: Step, scheme: Scheme, today: string): Change {
  switch (step.step) {
    case "warn":
      return warn(secondment, step, scheme);
    case "open-review":
      return openReview(secondment, step);
    case "close-review":
      return closeReview(secondment, step);
    case "complete":
      return {
        after: { ...secondment, status: "awaiting-ruling" },
        event: { type: "term.completed", change: { on: step.on, status: "awaiting-ruling" } },
      };
    default:
      return takeCheckpointStep(secondment, step, { scheme, today });
  }
}

/** Once per level per term; of several levels crossed at once the highest is shown, the others recorded as passed. */
function warn(secondment: Secondment, step: Step & { step: "warn" }, scheme: Scheme): Change {
  const known = secondment.warnings.map((each) => each.levelDays);
  const crossed = scheme.warnAtDays.filter((level) => level <= step.countedDays && !known.includes(level));
  const highest = Math.max(...crossed);
  const added = crossed.map((levelDays) => ({
    levelDays,
    reachedOn: step.on,
    countedDays: step.countedDays,
    state: levelDays === highest ? ("shown" as const) : ("passed" as const),
  }));
  return {
    after: { ...secondment, warnings: [...secondment.warnings, ...added] },
    event: { type: "limit.warned", change: { levelDays: highest, countedDays: step.countedDays } },
  };
}

function openReview(secondment: Secondment, step: Step & { step: "open-review" }): Change {
  const { on: openedOn, countedDays, absenceId } = step;
  const review = { openedOn, countedDays, ...(absenceId && { absenceId }) };
  return {
    after: { ...secondment, status: "under-review", reviews: [...secondment.reviews, review] },
    event: { type: "review.opened", change: { ...review, status: "under-review" } },
  };
}

function closeReview(secondment: Secondment, step: Step & { step: "close-review" }): Change {
  const open = openReviewOf(secondment);
  const reason = reasonOf(secondment, step.absenceId);
  const closed = { closedOn: step.on, ...(reason && { closedBecause: reason }) };
  const reviews = secondment.reviews.map((each) => (each === open ? { ...each, ...closed } : each));
  const status = secondment.reportedInOn === undefined ? ("planned" as const) : ("serving" as const);
  const { absenceId, countedDays } = step;
  const noticeId = absenceId === undefined ? secondment.recounted?.noticeId : undefined;
  const because = { ...(absenceId && { absenceId }), ...(noticeId && { noticeId }) };
  const change = { ...closed, countedDays, status, ...because };
  return { after: { ...secondment, status, reviews }, event: { type: "review.closed", change } };
}

function reasonOf(secondment: Secondment, absenceId: string | undefined): string | undefined {
  const absence = secondment.absences.find((each) => each.id === absenceId);
  const lowering = absence?.decisions.filter(({ act }) => act !== "add-evidence");
  return lowering?.findLast((each) => each.act !== "approve" || each.reason)?.reason;
}
