import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { schemeRefusals as zhCN } from "../zhCN/schemeRefusals.ts";
import { absenceClass } from "./absence.ts";
import { schemeDraft } from "./schemeDraft.ts";
import { schemePage } from "./schemePage.ts";

const laterSettings = {
  findingBetweenRequests: schemeDraft.findingBetween,
  findingDismissedBy: schemeDraft.findingDismissed,
  groupHalfDays: schemePage.groupHalfDays,
};

export const schemeRefusals = {
  "attendance-each-month": () => "Monthly attendance falls in each month",
  "class-left-open": (p) =>
    `Whether “${nameOf(absenceClass, p.class)}” counts is not decided: decide it in the draft before publishing`,
  "escalation-not-rising": (p) => `The bureau hears later than the branch (${p.branch} working days)`,
  "form-not-of-kind": () => "This form does not belong to this kind of checkpoint",
  "forms-not-here": () => "Report-in and ruling are done by their own acts and take no form",
  "forms-required": () => "Choose at least one role that files a form",
  "half-day-steps": () => "Enter days in halves, such as 15 or 15.5",
  "key-is-kind": (p) => `The key of this kind of checkpoint is ${p.key}`,
  "key-twice": () => "Has the code of another one",
  "ladder-not-rising": (p) => `The branch decides more than the station (${p.station} working days)`,
  "missed-before-escalation": (p) => `Nothing is missed before the bureau hears (${p.bureau} working days)`,
  "month-twice": () => "Each month once only",
  "needs-one-report-in": () => "A scheme has exactly one report-in",
  "needs-one-ruling": () => "A scheme has exactly one ruling",
  "newer-version": (p) => `There is a newer version, version ${p.version}: start a draft from it`,
  "number-expected": () => "Enter a number",
  "number-list-expected": () => "Enter numbers with commas between them",
  "one-date-only": () => "Report-in and ruling have one date only",
  "checkpoint-outside-term": (p) => `Outside the term of ${p.months} months`,
  "reminder-twice": () => "One reminder a day",
  "role-files-twice": () => "A role files one form for a checkpoint",
  "scheme-published": (p) => `This version was published on ${p.on} and never changes`,
  "setting-not-stated": (p) =>
    `The draft is of an older release and does not state “${nameOf(laterSettings, p.setting)}”: open it, check and save it before publishing`,
  "too-many": (p) => `At most ${p.max}`,
  "warn-level-over-limit": (p) => `No warning above the limit of ${p.limit} days`,
  "warn-levels-not-rising": () => "Warnings rise, each once",
  "whole-number-expected": () => "Enter a whole number",
} satisfies RefusalSentences & Catalog<typeof zhCN>;
