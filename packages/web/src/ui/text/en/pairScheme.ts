import type { Catalog } from "../catalog.ts";
import type { pairScheme as zhPairScheme } from "../zhCN/pairScheme.ts";

/** Schemes of mentor pairs and their drafts. */
export const pairScheme = {
  title: "Pair schemes",
  intro:
    "The rules of mentor pairs. One person drafts a version and another publishes it, for pairs planned from then on; pairs that run keep theirs.",
  seeDraft: "See the draft",
  publishNote: "Pairs planned from then on run under this version; those that run keep theirs.",
  longestMonths: "Longest term (months)",
  renewals: "Renewals of the same two",
  loadCap: "Most apprentices of one mentor at a time",
  restMonths: "Rest between pairs (months)",
  secondChances: "Second chances",
  objectionMonths: "Objection window (months)",
  eligibility: "What is asked of a mentor",
  approval: "Approval by a second person",
  approvalIs: { "every-pair": "Every pair", exceptions: "Where an item is not met or kin is declared" },
  kinship: "Kinship",
  kinshipIs: { asked: "Declared", "not-asked": "Not asked" },
  actsAlone: "Acting alone",
  actsAloneIs: {
    "after-final-test": "After the final test is passed",
    "not-ruled": "Not ruled by this scheme",
  },
  testNeeds: "Before the final test",
  need: { skills: "Every skill signed", statement: "Statement of the apprentice" },
  onFailure: "Failed for good",
  onFailureIs: { "another-mentor": "Another mentor", "further-term": "A further term" },
  grades: "Grades and allowances",
  pass: { pass: "pass", fail: "fail" },
  focuses: "Focuses",
  skills: "Skills",
  skillsOf: (p) => `Skills: ${p.focus}`,
  activityKinds: "Kinds of activities",
  mutual: "Four promotions, three mutual assistances",
  rows: {
    eligibility: "A row without both names is taken out",
    grades:
      "Best first, as they are numbered; a row without both names is taken out; leave allowances empty where there is none",
    focuses: "A row without both names is taken out; skills of a new focus can be entered once it is saved",
    skills: "A row without both names is taken out",
    activityKinds: "A row without both names is taken out",
    mutual:
      "Published sources give the name without its items, so that it begins empty; a row without both names is taken out",
  },
  column: {
    place: "Order",
    focus: "Focus",
    list: "List",
    zh: "Chinese",
    en: "English",
    pass: "Result",
    allowanceZh: "Allowance (Chinese)",
    allowanceEn: "Allowance (English)",
  },
  when: {
    month: "Due by which day of the next month",
    "mid-term": "Months after the start (several, or none at all)",
    "final-test": "Months after the end (0 at the end, negative before it)",
  },
} satisfies Catalog<typeof zhPairScheme>;
