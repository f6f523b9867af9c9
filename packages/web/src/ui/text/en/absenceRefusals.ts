import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalFigures, RefusalSentences } from "../catalog.ts";
import type { absenceRefusals as zhAbsenceRefusals } from "../zhCN/absenceRefusals.ts";
import { absenceClass, absenceState, rung } from "./absence.ts";
import { status } from "./secondment.ts";

const named = (names: Readonly<Record<string, string>>, code: unknown) => nameOf(names, code).toLowerCase();

function provisionalOf({ provisional }: RefusalFigures): string {
  return provisional ? " (provisional: no notice published yet)" : "";
}

export const absenceRefusals = {
  "already-acknowledged": () => "Somebody has acknowledged this warning already",
  "already-contested": () => "It is contested already and waits for an answer",
  "not-reported-in": () => "Nobody has reported in yet",
  "nothing-changes": () => "That is what is there already",
  "term-is-over": () => "The term is over and moves no more",
  "term-was-changed": (p) =>
    `The term was decided on since (it ends on ${p.to} now): a corrected day of report-in does not move it any more`,
  "correction-lowers-count": (p) =>
    `This would lower a count of ${p.countedDays} days: correct the absences one by one, with evidence and a second person`,
  "report-in-undecided": () =>
    "A correction of the day of report-in waits for a second person; decide on it first",
  "too-many-report-in-corrections": (p) =>
    `One term takes at most ${p.limit} corrections of the day of report-in`,
  "unknown-report-in-correction": () => "There is no such correction of the day of report-in",
  "report-in-correction-decided": () => "This correction of the day of report-in was decided already",
  "report-in-needs-evidence": (p) =>
    `This correction takes ${p.days} working days out of what is unreported; what one person corrects may take out ${p.limit} in a term, more needs evidence (number, title, date) and another person`,
  "late-days-unconfirmed": (p) =>
    `From ${p.from} to ${p.to}, ${p.days} working days would stay unreported${provisionalOf(p)}: tick to confirm, or correct the date`,
  "already-reported-in": (p) => `Reported in on ${p.on} already`,
  "bad-request": () => "The request could not be understood",
  "changed-meanwhile": (p) =>
    `${p.byName ?? "Somebody else"} changed this on ${p.on} while you were looking at it; check the latest version and send it again`,
  "cursor-of-another-list": () =>
    "The place in the address is not one of this list, or was altered: open the list again from its first page",
  "class-not-decided": (p) =>
    `Version ${p.version} of the scheme does not decide whether “${nameOf(absenceClass, p.class)}” counts: no absence of this class is recorded or approved until a new version decides it`,
  "closed-to-facts": (p) => `The secondment is ${named(status, p.status)}: nothing can be changed any more`,
  "evidence-required": () =>
    "Turning to a class that does not count, lowering days that are past, of a finding or approved above you, or lowering anything once what counts, waits and was lowered before reaches a warning needs evidence (number, title, date) and a second person",
  "finding-of-higher-rung": () =>
    "It was recorded above your station: the branch, the personnel office or an approver dismisses or lowers it, not a station alone",
  "finding-needs-host-or-hr": () =>
    "Only the host, the personnel office or an inspector records absence without leave or a recall",
  forbidden: () => "Your role may not see or do this",
  "idempotency-key-reused": () =>
    "This submission key was used for something else; reload the page and send it again",
  "in-the-future": (p) => `The date must not be after today (${p.today})`,
  "store-unavailable": () =>
    "The records cannot be reached at the moment; what you sent was not saved unless it already shows. Send it again in a moment",
  "nothing-ticked": () => "Nothing was ticked: tick the lines that are to be done",
  "too-many-ticked": (p) => `At most ${p.most} lines at once: tick fewer and send again`,
  "record-unreadable": () =>
    "The record of this person cannot be read, so nothing was done; tell HR to check it",
  "row-unreadable": (p) =>
    p.id === undefined
      ? "A record that this needs cannot be read, so nothing was changed; HR has been told"
      : `A record that this needs cannot be read, so nothing was changed; it is on the to-do list: ${p.id}`,
  "rows-unreadable": () =>
    "Some records could not be read: the file would not be whole and was not made. The page says which they are",
  "too-often": (p) =>
    `Too many files, prints or checks: try again in ${p.minutes} ${p.minutes === 1 ? "minute" : "minutes"}`,
  "store-full": () =>
    "The disk is full: nothing can be saved until the administrator frees space. What was saved before is intact and can be read",
  "internal-error": () => "An unexpected error occurred",
  "invalid-format": () => "This is not in the right format",
  "kept-again": () =>
    "You are signed in again; what you typed is kept and not sent yet. Check it, then send it",
  "too-many-members": () =>
    "The body is longer, or has more fields or deeper ones, than any form; send it in parts",
  "invalid-json": () => "The body is not a JSON object",
  "kind-cannot-change": () =>
    "A request cannot become a finding or the other way round; void it and record a new one",
  "needs-higher-rung": (p) => `This has to be decided by the ${named(rung, p.rung)} or above`,
  "no-longer-stands": (p) => `This is ${named(absenceState, p.state)} and cannot be changed any more`,
  "not-for-this-role": () => "Your role may not do this",
  "not-for-this-act": () => "This line is of another kind than the act; nothing was changed",
  "not-found": () => "There is no such record",
  "not-open-to-contest": (p) => `This is ${named(absenceState, p.state)} and cannot be contested`,
  "not-planned": (p) => `The secondment is ${named(status, p.status)}: report-in cannot be confirmed`,
  "not-signed-in": () => "You are not signed in, or your session has ended",
  "not-waiting-for-approval": (p) => `This is ${named(absenceState, p.state)}: nothing waits for approval`,
  "not-waiting-for-confirmation": (p) =>
    `This is ${named(absenceState, p.state)}: nothing waits for confirmation`,
  "not-yours-to-change": () => "You can only change your own request while it waits for approval",
  "only-findings-are-contested": () => "Only findings can be contested",
  "only-the-officer-contests": () => "Only the officer can contest it",
  "crosses-terms": (p) =>
    `This term runs from ${p.from} to ${p.to} and another term of the same officer joins it; enter the days of each term in its own record`,
  "outside-term": (p) => `The dates lie wholly outside ${p.from} to ${p.to}`,
  "over-limit-needs-tick": (p) =>
    `This makes ${p.countedDays} days, above the limit of ${p.limitDays}, and opens a review: tick "I know that this goes over the limit" to go on`,
  "own-case": () => "Nobody decides in their own case",
  "past-days-need-a-decision": () =>
    "Days of this request are past: it cannot be taken back or moved away from them. Whoever approves it decides what those days were",
  "past-days-need-a-choice": () =>
    "Some of these days are over: choose whether the officer was present, or record a finding",
  "proposal-without-evidence": () =>
    "Approving it now would lower the count, and the proposal has no evidence; send it back to be proposed again with evidence",
  "proposal-open": () => "A correction is waiting for approval; decide on it first",
  "steps-outstanding": () => "What was due on this record is still being written: try again in a moment",
  "record-busy": () => "Many people are changing this record right now; try again in a moment",
  refused: () => "This is against the rules",
  "same-person-decides": () =>
    "Nobody decides on what they asked for, recorded, corrected or verified; another person has to",
  "too-large": (p) => `At most ${p.max}`,
  "too-many-open-requests": (p) =>
    `${p.limit} requests wait for a decision; ask for more once they are decided`,
  "too-many-absences": (p) => `One term holds at most ${p.limit} entries`,
  "too-small": (p) => `At least ${p.min}`,
  "unknown-absence": () => "There is no such absence",
  "unknown-cohort": (p) => `There is no cohort ${p.cohort}`,
  "unknown-warning": () => "There is no warning at this level",
} satisfies RefusalSentences & Catalog<typeof zhAbsenceRefusals>;
