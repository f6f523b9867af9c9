import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { pairRefusals as zhPairRefusals } from "../zhCN/pairRefusals.ts";
import { pairPage } from "./pairPage.ts";

export const pairRefusals = {
  "activity-confirmed": () => "The activity is confirmed, or needs no confirmation",
  "activity-outside-term": (p) => `The day must lie in the term (${p.from} to ${p.to})`,
  "agreement-empty": () => "Fill in one item at least",
  "away-outside-term": (p) => `The first day must lie in the term (${p.from} to ${p.to})`,
  "away-overlaps": (p) => `The mentor is entered as away from ${p.from} to ${p.to}`,
  "due-in-the-past": (p) => `The day cannot be before today (${p.today})`,
  "due-too-far": (p) => `At the latest ${p.to}`,
  "file-is-complete": () => "This file is complete",
  "file-not-counted": (p) => `The pair is “${nameOf(pairPage.status, p.status)}”: its file is not counted`,
  "end-outside-term": (p) => `The last day must lie in the term (${p.from} to ${p.to})`,
  "not-passed-yet": () =>
    "A pair is completed once the final test is passed; else enter the test, or dissolve the pair",
  "not-the-other-member": () => "The one of the two who did not enter it confirms",
  "pair-not-active": (p) => `The pair is “${nameOf(pairPage.status, p.status)}”`,
  "plan-outside-term": (p) => `The plan covers ${p.from} to ${p.to} only`,
  "substitute-is-member": () => "The substitute can be neither the mentor nor the apprentice",
  "test-passed": () => "The final test is passed already",
  "too-many-absences-of-mentor": (p) => `A mentor is entered as away ${p.limit} times at most`,
  "too-many-activities": (p) => `One pair has at most ${p.limit} activities`,
  "unknown-activity": () => "There is no such activity",
  "unknown-activity-kind": () => "The scheme has no such kind of activity",
  "unknown-grade": () => "The scheme has no such grade",
  "apprentice-has-pair": (p) =>
    `The apprentice has a pair for this focus from ${p.from} to ${p.to}; periods must not overlap`,
  "kinship-not-said": () => "Say whether the two are kin",
  "mentor-load-reached": (p) => `A mentor leads at most ${p.cap} apprentices at a time; this one is full`,
  "mentor-rests": (p) =>
    `A mentor rests ${p.months} months between pairs (the nearest runs from ${p.from} to ${p.to})`,
  "pair-not-proposed": (p) =>
    `The pair is “${nameOf(pairPage.status, p.status)}” and waits for no second person`,
  "pair-start-out-of-bounds": (p) => `The first day must lie between ${p.from} and ${p.to}`,
  "pair-too-long": (p) => `A pair lasts at most ${p.months} months: to ${p.to} at the latest`,
  "self-mentoring": () => "Mentor and apprentice cannot be the same person",
  "unknown-eligibility-item": () => "The checklist of the scheme has no such item",
  "unknown-focus": () => "The scheme has no such focus",
  "unknown-pair-scheme": (p) => `There is no pair scheme named ${p.scheme}`,
  "grades-pass-and-fail": () => "Some grades must pass and some must fail",
  "month-day-too-late": (p) => `The entry of a month is due by day ${p.day} of the next one at the latest`,
  "month-each-month": () => "The entry of the month is due each month",
  "needs-one-final-test": () => "There must be exactly one final test",
  "needs-one-month": () => "There must be exactly one entry of the month",
  "grade-not-objected": () => "A grade is set only by upholding an objection to one",
  "hand-over-outside-term": (p) => `The new mentor must begin between ${p.from} and ${p.to}`,
  "hand-over-too-late": (p) => `The new mentor begins on ${p.to} at the latest; until then name a substitute`,
  "member-tests": () =>
    "Neither mentor, substitute nor apprentice signs skills or enters tests: another person of the unit does",
  "mentor-not-away": (p) => `The mentor is not away on ${p.on}`,
  "mid-term-not-open": (p) => `The mid-term assessment opens on ${p.on}`,
  "no-mid-term": () => "No mid-term assessment is waited for",
  "no-objection": () => "There is no such objection",
  "no-pause": (p) => `The pair is not paused on ${p.on}`,
  "objection-decided": () => "This objection is decided already",
  "objection-made": () => "You have objected already: once each",
  "objection-too-late": (p) => `Objections could be made until ${p.to}`,
  "pair-not-over": () => "Objections are made after the end of a pair, where its scheme gives a window",
  "pause-known": (p) => `A pause over the days from ${p.from} is known already`,
  "renewal-needs-pass": () =>
    "Under this scheme failing means another mentor: the same two go on only after a test that was passed",
  "renewals-used-up": (p) => `The same two go on at most ${p.renewals} times with one focus; that is used up`,
  "same-mentor": () => "The new mentor is the present one",
  "skill-signed": () => "This skill is signed already",
  "skills-not-signed": (p) =>
    `${p.count} skills are not signed; under this scheme the test comes after all of them`,
  "statement-lacks": () => "The apprentice has given no statement; under this scheme the test comes after it",
  "test-before-last": (p) => `Not before the test before it (${p.from})`,
  "test-before-term": (p) => `Not before the pair begins (${p.from})`,
  "tested-already": () => "The test is entered: the statement does not change any more",
  "unknown-skill": () => "The scheme has no such skill",
  "no-pair-to-leave": () =>
    "This mentor has no pair in these days that you decide about, or all of them know already",
  "line-not-read": () => "A line cannot be read: write its parts in the order of the hint, with bars between",
} satisfies RefusalSentences & Catalog<typeof zhPairRefusals>;
