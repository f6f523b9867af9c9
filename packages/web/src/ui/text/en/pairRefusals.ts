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
  "mentor-tests": () => "Neither of the two enters a test of theirs: their unit does",
  "not-passed-yet": () =>
    "A pair is completed once the final test is passed; else enter the test, or dissolve the pair",
  "not-the-other-member": () => "The one of the two who did not enter it confirms",
  "pair-not-active": (p) => `The pair is “${nameOf(pairPage.status, p.status)}”`,
  "plan-outside-term": (p) => `The plan covers ${p.from} to ${p.to} only`,
  "substitute-is-member": () => "The substitute can be neither the mentor nor the apprentice",
  "test-outside-term": (p) => `The day of the test must lie in the term (${p.from} to ${p.to})`,
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
} satisfies RefusalSentences & Catalog<typeof zhPairRefusals>;
