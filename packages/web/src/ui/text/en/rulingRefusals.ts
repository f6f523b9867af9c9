import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { rulingPage } from "./rulingPage.ts";
import { status } from "./secondment.ts";

/** Refusals of statements, rulings, notices, reviews and early ends. */
export const rulingRefusals = {
  "further-term-granted": () => "A further term was granted: this one cannot end early any more",
  "make-up-not-served": (p) => `A make-up term of ${p.days} days runs until ${p.to}: it is served to its end`,
  "undecided-may-exceed": (p) =>
    `${p.countedDays} days count and ${p.possibleDays} could once everything is decided, over the limit of ${p.limitDays}: decide first, then cancel`,
  "months-changed": (p) =>
    `The months ${p.months} were confirmed on another ledger: whoever files them confirms them again before the ruling`,
  "must-be-ruled": (p) =>
    `${p.countedDays} days are counted against a limit of ${p.limitDays}, and the limit is exceeded or a review is open: the year must be ruled and cannot be cancelled or withdrawn. If the officer reported in, it can be completed early and then ruled`,
  "absences-after-last-day": (p) =>
    `Ending here would take ${p.days} days out of the count. First shorten the absences after the new last day; a second person approves that`,
  "absences-undecided": (p) => `Absences without a decision: ${p.count}. Nothing can be ruled before`,
  "already-ended-early": (p) => `It already ended early, on ${p.on}`,
  "already-served": (p) => `It was already received, on ${p.on}`,
  "before-the-notice": (p) => `It cannot be received before it was issued (${p.on})`,
  "checkpoints-outstanding": (p) =>
    `Checkpoints that are not finished: ${p.count}. Nothing can be ruled before`,
  "count-changed-since-proposal": (p) =>
    `The proposal stood on ${p.before} days, now ${p.countedDays} are counted. Reject it and have it proposed anew`,
  "forms-not-final": (p) => `Assessments that are not final: ${p.count}. Nothing can be ruled before`,
  "make-up-after-early-end": () => "The term ended early and cannot be made up",
  "make-up-not-in-scheme": () => "The scheme has no make-up term",
  "make-up-not-needed": (p) =>
    `${p.countedDays} days are counted, the limit is ${p.limitDays}: nothing has to be made up`,
  "never-reported-in": () => "Nobody ever reported in",
  "no-review-requested": () => "No request for review waits for an answer",
  "not-open-to-statements": (p) =>
    `The secondment is “${nameOf(status, p.status)}”: no statement can be made now`,
  "not-running": (p) => `The secondment is “${nameOf(status, p.status)}” and cannot end early`,
  "not-waiting-for-ruling": (p) => `The secondment is “${nameOf(status, p.status)}” and cannot be ruled`,
  "not-yet-served": () => "The notice has not been received: the time to ask for review does not run yet",
  "notice-already-issued": () => "The notice has already been issued",
  "notice-not-issued": () => "The notice has not been issued",
  "over-the-limit": (p) =>
    `${p.countedDays} days are counted, more than the limit of ${p.limitDays}: it cannot be recognised. Facts that are wrong must be corrected first`,
  "review-already-requested": (p) => `Review was already asked for, on ${p.on}`,
  "review-unanswered": () => "A request for review waits for its answer first",
  "review-window-over": (p) => `The time to ask for review ended on ${p.until}`,
  "ruling-already-proposed": () => "A ruling already waits for approval",
  "ruling-not-in-force": (p) =>
    `The ruling is “${nameOf(rulingPage.rulingState, p.state)}”: this cannot be done with it`,
  "ruling-not-proposed": (p) =>
    `The ruling is “${nameOf(rulingPage.rulingState, p.state)}” and does not wait for approval`,
  "ruling-superseded": () => "A later ruling has been proposed since",
  "statement-missing": () => "The officer has neither made a statement nor is it recorded that they refused",
  "too-many-rulings": (p) => `A term has at most ${p.limit} rulings`,
  "too-many-statements": (p) => `A term has at most ${p.limit} statements`,
  "unknown-ruling": () => "There is no such ruling",
} satisfies RefusalSentences;
