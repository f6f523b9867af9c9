import { isUndecided } from "../absence.ts";
import { changedMonths } from "../assessment/monthLedger.ts";
import type { Ground } from "../change.ts";
import { planOf } from "../checkpoint.ts";
import { isOpenRequest } from "../extension.ts";
import { type Refused, refuse } from "../refusal.ts";
import { proposedReportIn } from "../reportInCorrection.ts";
import type { Ruling } from "../ruling.ts";
import type { Checkpoint } from "../secondment.ts";
import { isHeard, rulingCount } from "./rulingOf.ts";

/**
 * Why a year cannot be ruled so, asked when a ruling is proposed and once more when it is approved: the officer was not
 * heard, facts or forms are open, or the outcome is not one that the count and the scheme allow.
 */
export function refusedRuling(ground: Ground, outcome: Ruling["outcome"]): Refused | undefined {
  const { status, absences } = ground.secondment;
  if (status !== "awaiting-ruling" && status !== "under-review")
    return refuse("not-waiting-for-ruling", undefined, { status });
  if (!isHeard(ground.secondment)) return refuse("statement-missing");
  const undecided = absences.filter(isUndecided);
  if (undecided.length > 0) return refuse("absences-undecided", undefined, { count: undecided.length });
  // Days that it would take out of what is unreported can still be classed, and would then count.
  if (proposedReportIn(ground.secondment)) return refuse("report-in-undecided");
  const changed = changedMonths(ground.secondment, ground);
  if (changed.length > 0)
    return refuse("months-changed", undefined, { months: changed.map(({ month }) => month).join(", ") });
  return (status === "awaiting-ruling" ? unfinished(ground) : undefined) ?? refusedOutcome(ground, outcome);
}

/** What does not hold a ruling up: report-in is a question of the outcome, the other two come with and after it. */
const notAwaited = ["report-in", "ruling", "showcase"];

/** Also a checkpoint that has not opened yet holds a ruling up: a ruling would drop it, and nobody may skip a step. */
function unfinished({ secondment, scheme }: Ground): Refused | undefined {
  const isAsked = (key: string) => !notAwaited.includes(planOf(scheme, key).kind);
  const isOutstanding = ({ key, state }: Checkpoint) =>
    ["planned", "open", "late"].includes(state) && isAsked(key);
  const outstanding = secondment.checkpoints.filter(isOutstanding);
  if (outstanding.length > 0)
    return refuse("checkpoints-outstanding", undefined, { count: outstanding.length });
  const isGiven = (key: string) =>
    secondment.checkpoints.some((each) => each.key === key && ["missed", "dropped"].includes(each.state));
  const open = secondment.assessments.filter(
    ({ state, checkpoint }) =>
      isAsked(checkpoint) && (state === "submitted" || (state === "returned" && !isGiven(checkpoint))),
  );
  return open.length > 0 ? refuse("forms-not-final", undefined, { count: open.length }) : undefined;
}

function refusedOutcome(ground: Ground, outcome: Ruling["outcome"]): Refused | undefined {
  const { secondment, scheme } = ground;
  const { countedDays, limitDays, verdict } = rulingCount(ground);
  const isExceeded = verdict === "exceeded";
  const figures = { countedDays, limitDays };
  if (outcome === "recognised") {
    if (isExceeded || secondment.status === "under-review")
      return refuse("over-the-limit", "outcome", figures);
    return secondment.reportedInOn === undefined ? refuse("never-reported-in", "outcome") : undefined;
  }
  if (outcome === "not-recognised") return undefined;
  if (scheme.overLimitOutcome !== "make-up-extension") return refuse("make-up-not-in-scheme", "outcome");
  if (!isExceeded) return refuse("make-up-not-needed", "outcome", figures);
  if (secondment.earlyEnd) return refuse("make-up-after-early-end", "outcome");
  return secondment.extension && isOpenRequest(secondment.extension) ? refuse("extension-open") : undefined;
}
