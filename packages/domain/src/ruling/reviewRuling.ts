import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { replanCheckpoints } from "../checkpoint.ts";
import { countOf } from "../count/count.ts";
import { may, mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Ruling } from "../ruling.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";
import { withoutMakeUp } from "./makeUp.ts";
import { calendarDifference } from "./ruledCount.ts";
import { changedRuling, findRuling, latestRuling, type RulingInput } from "./rulingOf.ts";

/**
 * The officer, or HR for them, asks for review of a ruling: until the last day of the window, which counts. Where a
 * later calendar counts the year otherwise, HR asks at any time, also after a review that upheld it.
 */
export function requestReview(ground: Ground, id: string, input: RulingInput): Outcome<Change> {
  const { secondment, actor, today } = ground;
  if (!may(actor, "request-review", secondment)) return refuse("not-for-this-role");
  const mayByCalendar = mayTry(actor, "request-review-by-calendar");
  const isForCalendar = mayByCalendar && calendarDifference(secondment, ground) !== undefined;
  const found = findLatestInForce(ground, id, { seen: input.seen, orUpheld: isForCalendar });
  if (!found.ok) return found;
  const ruling = withoutAnswer(found.value);
  const { receipt, reviewRequest: asked } = ruling;
  if (asked) return refuse("review-already-requested", undefined, { on: asked.on });
  if (!isForCalendar) {
    if (!receipt) return refuse("not-yet-served");
    if (today > receipt.reviewUntil)
      return refuse("review-window-over", undefined, { until: receipt.reviewUntil });
  }
  const reviewRequest = { by: signature(actor), on: today, reason: input.reason };
  const { reason } = input;
  return accept(
    changedRuling(secondment, { ...ruling, reviewRequest }, (about) => ({
      type: "ruling.review-requested",
      change: { ...about, reason },
    })),
  );
}

/** A ruling that was upheld is in force again for another review; the one before stays with it. */
function withoutAnswer(ruling: Ruling): Ruling {
  const { reviewRequest: request, reviewAnswer: answer, ...rest } = ruling;
  if (!request || !answer) return ruling;
  return {
    ...rest,
    state: "in-force",
    earlierReviews: [...(rest.earlierReviews ?? []), { request, answer }],
  };
}

/**
 * Answers a request for review: upheld, or reopened, which opens the facts again for a new ruling. Neither who
 * proposed nor who approved the ruling answers, nor who asked.
 */
export function answerReview(
  ground: Ground,
  id: string,
  input: RulingInput & { answer: "upheld" | "reopened" },
): Outcome<Change> {
  if (!mayTry(ground.actor, "decide-ruling")) return refuse("not-for-this-role");
  const found = findLatestInForce(ground, id, { seen: input.seen });
  if (!found.ok) return found;
  const ruling = found.value;
  if (!ruling.reviewRequest) return refuse("no-review-requested");
  if (isOwnCase(ground)) return refuse("own-case");
  const concerned = [ruling.proposed, ruling.decided, ruling.reviewRequest].map((each) => each?.by);
  if (isSamePerson(ground.actor, ...concerned)) return refuse("same-person-decides");
  const { answer, reason } = input;
  const reviewAnswer = { by: signature(ground.actor), on: ground.today, reason };
  const after = answer === "reopened" ? reopened(ground, ruling) : ground.secondment;
  const upheldAtDays =
    answer === "upheld" ? calendarDifference(ground.secondment, ground)?.nowDays : undefined;
  const answered: Ruling = {
    ...ruling,
    state: answer,
    reviewAnswer,
    ...(upheldAtDays !== undefined && { upheldAtDays }),
  };
  return accept(
    changedRuling(after, answered, (about) => ({ type: `ruling.${answer}`, change: { ...about, reason } })),
  );
}

function findLatestInForce(
  ground: Ground,
  id: string,
  { seen, orUpheld = false }: { seen: number | undefined; orUpheld?: boolean },
): Outcome<Ruling> {
  const found = findRuling(ground, id, seen);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state !== "in-force" && !(orUpheld && state === "upheld"))
    return refuse("ruling-not-in-force", undefined, { state });
  return latestRuling(ground.secondment)?.id === id ? found : refuse("ruling-superseded");
}

/** The year waits for a ruling again; over the limit it is under review again, from today. */
function reopened(ground: Ground, { makeUp }: Ruling): Secondment {
  const { scheme, calendar, today } = ground;
  const before = makeUp ? withoutMakeUp(ground, makeUp) : uncut(ground);
  const { countedDays, verdict } = countOf(before, scheme, calendar, today);
  if (verdict === "exceeded")
    return {
      ...before,
      status: "under-review",
      reviews: [...before.reviews, { openedOn: today, countedDays }],
    };
  return { ...before, status: today <= lastDayServed(before) ? "serving" : "awaiting-ruling" };
}

/** A term that the ruling had cut short goes on; what was dropped for it is planned again. */
function uncut(ground: Ground): Secondment {
  const { endedOn, ...rest } = ground.secondment;
  if (endedOn === undefined || rest.earlyEnd) return ground.secondment;
  const kept = rest.checkpoints.filter(({ state }) => state !== "dropped");
  return { ...rest, checkpoints: replanCheckpoints({ ...rest, checkpoints: kept }, rest.term.to, ground) };
}
