import type { Catalog } from "../catalog.ts";
import type * as zh from "../zhCN/assessment.ts";
import { workingDays } from "./workingDays.ts";

export const grade = {
  excellent: "Excellent",
  competent: "Competent",
  "basically-competent": "Basically competent",
  incompetent: "Not competent",
} satisfies Catalog<typeof zh.grade>;

export const dimension = {
  virtue: "Virtue",
  ability: "Ability",
  diligence: "Diligence",
  achievement: "Achievement",
  integrity: "Integrity",
} satisfies Catalog<typeof zh.dimension>;

export const formKind = {
  attendance: "Attendance",
  opinion: "Opinion",
  "self-report": "Self-report",
  assessment: "Assessment",
  showcase: "Showcase note",
} satisfies Catalog<typeof zh.formKind>;

export const formState = {
  draft: "Being written",
  submitted: "Submitted",
  returned: "Sent back",
  final: "Final",
} satisfies Catalog<typeof zh.formState>;

export const formAct = {
  draft: "Begun",
  submit: "Submitted",
  return: "Sent back",
  accept: "Accepted",
} satisfies Catalog<typeof zh.formAct>;

export const reportSection = {
  duties: "Duties carried out",
  results: "Results",
  shortcomings: "Shortcomings",
  plans: "Next steps",
} satisfies Catalog<typeof zh.reportSection>;

export const assessmentPage = {
  title: (p) => `${p.checkpoint} · ${p.form}`,
  checkTitle: (p) => `Check your answers: ${p.checkpoint} · ${p.form}`,
  by: "Filed by",
  dueOn: "Due",
  checkpointState: "Checkpoint",
  state: "Form",
  notBegun: "Not begun",
  opinionText: "Opinion",
  opinionHint: "Name work that was done and how it was done.",
  showcaseText: "What was shared",
  grade: "Overall grade",
  gradeOf: (p) => `${p.dimension}: grade`,
  dimensions: "The five dimensions",
  narrative: "Narrative",
  narrativeHint: "Excellent and not competent need reasons and facts, at least 20 characters.",
  evidence: "Evidence",
  evidenceHint:
    "Basic work counts as much as any other. Empty lines are ignored; saving a draft adds more of them.",
  evidenceItem: (p) => `Evidence ${p.number}`,
  area: "Area of duty",
  month: "Month",
  what: "What was done",
  saveDraft: "Save draft",
  check: "Continue to check",
  submit: "Submit",
  backToForm: "Back to the form",
  change: "Change",
  checkHint: "The next level decides on it; until it is sent back nothing can be changed.",
  checkShowcase: "It is final as soon as it is submitted.",
  draftSaved: "The draft is saved. You can leave and go on from here later.",
  draftBy: (p) => `Draft saved by ${p.by} at ${p.at}`,
  draftFailed: (p) =>
    `The draft could not be saved at ${p.at}; what you typed is still here, and is tried again`,
  draftEnded:
    "Your session has ended and the draft is not saved. What you typed is still here: sign in again in another tab, and saving goes on by itself",
  draftElsewhere:
    "The draft was saved elsewhere meanwhile. What you typed here is not saved and no longer saves by itself: press “Save draft” to see both",
  othersDraft: (p) => `The draft that ${p.by} saved at ${p.at}`,
  returnedBecause: (p) => `Sent back by ${p.by} on ${p.on}: ${p.reason}`,
  attendanceIntro: (p) => `What the ledger says of ${p.month} (${p.from} to ${p.to}).`,
  attendanceCount: (p) => `${workingDays(p.days)} counted this month`,
  attendanceNone: "No absence this month",
  attendanceAbsences: "Absences of the month",
  attendanceUndecided: "Absences of the month still wait for a decision; only then can it be confirmed:",
  confirmAttendance: "Confirm as shown",
  recordDifference: "Record a difference",
  confirmedDays: "Counted when confirmed",
  ledgerNow: (p) => `The ledger now says ${workingDays(p.now)}, not what was confirmed`,
  days: (p) => workingDays(p.days),
  earlier: "Earlier forms",
  words: "Content",
  history: "History",
  act: "Act",
  who: "By",
  on: "On",
  reason: "Reason",
  fileAgain: "Go on writing",
  confirmAgain: "Confirm the month again",
  accept: "Accept",
  acceptHint: "It is final then and cannot be changed.",
  return: "Send back",
  returnReason: "Reason for sending it back",
  decide: "Decide",
  altered: "What is stored is not what was submitted: its checksum differs. Hand it to the auditor.",
  notGraded: "Not graded",
  forms: "Forms",
  formOf: (p) => `${p.by}: ${p.state}`,
} satisfies Catalog<typeof zh.assessmentPage>;
