import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { doneCheckpoint, dropCheckpoints, planOf } from "../checkpoint.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Ruling } from "../ruling.ts";
import { lastDayServed, openReviewOf, type Secondment } from "../secondment.ts";
import { madeUp } from "./makeUp.ts";
import { refusedRuling } from "./refusedRuling.ts";
import { changedRuling, findRuling, type RulingInput, rulingCount } from "./rulingOf.ts";

/**
 * Approves a proposed ruling; everything is checked again at this moment, so that no route leads past the limit. The
 * ruling keeps the count, the calendar version and the statement that it stood on.
 */
export function approveRuling(ground: Ground, id: string, input: RulingInput): Outcome<Change> {
  const found = findToDecide(ground, id, input.seen);
  if (!found.ok) return found;
  const proposal = found.value;
  const refused = refusedRuling(ground, proposal.outcome);
  if (refused) return refused;
  const { countedDays, limitDays } = rulingCount(ground);
  // The proposer's reasons are about another count.
  if (countedDays !== proposal.countedDays || limitDays !== proposal.limitDays)
    return refuse("count-changed-since-proposal", undefined, { before: proposal.countedDays, countedDays });
  const { after, makeUp } = proposal.outcome === "make-up" ? madeUp(ground) : ruled(ground, proposal.outcome);
  const statementId = ground.secondment.statements.at(-1)?.id;
  const decided: Ruling = {
    ...proposal,
    state: "in-force",
    decided: reasoned(ground, input.reason),
    calendarVersion: ground.calendar.version,
    ...(statementId && { statementId }),
    ...(makeUp && { makeUp }),
  };
  const closed = { ...after, reviews: closedReviews(ground, input.reason) };
  const facts = { countedDays, limitDays, reason: input.reason, ...(makeUp && { term: after.term }) };
  return accept(
    changedRuling(closed, decided, (about) => ({ type: "ruling.approved", change: { ...about, ...facts } })),
  );
}

/** Rejects a proposed ruling, also one that the facts have overtaken; nothing of the year changes. */
export function rejectRuling(ground: Ground, id: string, input: RulingInput): Outcome<Change> {
  const found = findToDecide(ground, id, input.seen);
  if (!found.ok) return found;
  const rejected: Ruling = { ...found.value, state: "rejected", decided: reasoned(ground, input.reason) };
  const { reason } = input;
  return accept(
    changedRuling(ground.secondment, rejected, (about) => ({
      type: "ruling.rejected",
      change: { ...about, reason },
    })),
  );
}

function findToDecide(ground: Ground, id: string, seen: number | undefined): Outcome<Ruling> {
  if (!mayTry(ground.actor, "decide-ruling")) return refuse("not-for-this-role");
  const found = findRuling(ground, id, seen);
  if (!found.ok) return found;
  if (found.value.state !== "proposed")
    return refuse("ruling-not-proposed", undefined, { state: found.value.state });
  if (isOwnCase(ground)) return refuse("own-case");
  if (isSamePerson(ground.actor, found.value.proposed.by)) return refuse("same-person-decides");
  return found;
}

function reasoned({ actor, today }: Ground, reason: string) {
  return { by: signature(actor), on: today, reason };
}

/** The year is over: the ruling is done, nothing else is asked for but the showcase of a recognised one. */
function ruled(
  { secondment, scheme, today }: Ground,
  outcome: "recognised" | "not-recognised",
): { after: Secondment; makeUp?: undefined } {
  const kindOf = (key: string) => planOf(scheme, key).kind;
  const done = secondment.checkpoints.map((each) =>
    kindOf(each.key) === "ruling" ? doneCheckpoint(each, today) : each,
  );
  const checkpoints = dropCheckpoints(
    done,
    ({ key }) => outcome !== "recognised" || kindOf(key) !== "showcase",
  );
  const endsNow = outcome === "not-recognised" && today < lastDayServed(secondment);
  return { after: { ...secondment, status: outcome, checkpoints, ...(endsNow && { endedOn: today }) } };
}

function closedReviews({ secondment, today }: Ground, closedBecause: string): Secondment["reviews"] {
  const open = openReviewOf(secondment);
  return secondment.reviews.map((each) =>
    each === open ? { ...each, closedOn: today, closedBecause } : each,
  );
}
