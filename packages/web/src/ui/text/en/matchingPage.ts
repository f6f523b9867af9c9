import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { matchingPage as zhMatchingPage } from "../zhCN/matchingPage.ts";

export const matchingPage = {
  title: "Proposals for mentor pairs",
  intro:
    "Paste who needs a mentor and who could be one, a person a line. Of all combinations the one is found that makes the most pairs at the least cost. You take, change or leave each row, and nothing is created before you send that.",
  apprentices: "Who needs a mentor",
  apprenticesHint:
    "A person a line, also pasted from Excel: service number, focus, needs (separated by semicolons, may be left out), whether new to the trade (“yes”, may be left out).",
  mentors: "Who could be a mentor",
  mentorsHint:
    "A person a line: service number, focuses (separated by semicolons), strengths (the same, may be left out), apprentices now, last day of rest, how many of theirs passed and failed (leave these four out: they come from the pairs on file; what is written holds instead).",
  columns: {
    serviceNumber: "Service number",
    focus: "Focus",
    focuses: "Focuses",
    needs: "Needs",
    strengths: "Strengths",
    load: "Apprentices now",
    restsUntil: "Last day of rest",
    passed: "Passed",
    failed: "Failed",
  },
  from: "First day of the pairs",
  fromHint: "Today if left out; whoever still rests on that day is not paired.",
  submit: "Work out proposals",
  again: "Change the lists and work them out again",
  weights: "How the cost is worked out",
  weightsIntro:
    "The parts are added up, and less is better; another focus, oneself, a mentor at the cap and one who still rests are never paired.",
  weight: {
    sameBranch: "Another station of the same branch",
    elsewhere: "Another branch or an office",
    needUnmet: "Each need that is not met",
    load: "Each apprentice that the mentor has now",
    newTrade: "Somebody new to the trade with a mentor who has brought nobody through yet",
    failed: "Each apprentice of the mentor who failed",
  },
  points: "Cost",
  summary: (p) =>
    `${p.pairs} ${p.pairs === 1 ? "pair" : "pairs"} at a cost of ${p.cost}; for ${p.left} no mentor fits.`,
  proposals: "Proposed pairs",
  noProposals: "No combination is possible",
  apprentice: "Apprentice",
  mentor: "Mentor",
  focusColumn: "Focus",
  reasons: "Because",
  nextBest: "Next best",
  nextBestLine: (p) => `${p.name} (cost ${p.cost})`,
  nextBestTaken: (p) => `${p.name} (cost ${p.cost}, every place given to others)`,
  noNextBest: "Nobody else",
  nothingAgainst: "Same station, needs met, nothing against it",
  reason: {
    distance: "distance",
    need: "needs not met",
    load: "apprentices now",
    newTrade: "new to the trade",
    results: "earlier results",
  },
  reasonLine: (p) => `${p.reason} ${p.cost}`,
  schemeHint:
    "Cap and rest are those of this scheme; apprentices now, rest and earlier results come from the pairs on file.",
  choice: "Choice",
  choiceOf: (p) => `Choice for ${p.name}`,
  takeProposed: "Take the proposal",
  takeNext: (p) => `${p.name} instead`,
  takeNobody: "Leave",
  takeIntro:
    "Take, change or leave each row. Each pair that you take is planned by itself, and begins once another person has approved it.",
  takeMost: (p) =>
    `At most ${p.most} pairs at once: the other rows begin as left. Work out proposals again afterwards to go on.`,
  takenKin: "Whether the two are kin, in the pairs taken",
  take: "Plan the pairs taken",
  accepted: "Pairs planned",
  acceptedDone: (p) =>
    `${p.done === 1 ? "1 pair waits" : `${p.done} pairs wait`} for approval; ${p.refused} refused.`,
  waits: "Planned, waits for approval",
  unmatched: "No mentor fits",
  why: "Because",
  unmatchedBecause: {
    "no-mentor-of-focus": "Nobody on the list is a mentor of this focus",
    "only-oneself": "For this focus there is only the person themselves",
    "all-at-cap": "Every mentor of this focus is at the cap",
    "all-resting": "Every mentor of this focus still rests",
    "all-at-cap-or-resting": "Every mentor of this focus is at the cap or still rests",
    "all-taken": "Every place of the mentors who fit went to others",
    "already-paired": "Has a pair of this focus already",
  },
} satisfies Catalog<typeof zhMatchingPage>;

export const matchingRefusals = {
  "matching-too-heavy": () => "These lists take longer than is allowed: send them in parts",
  "named-twice": (p) => `Service number ${p.serviceNumber} is on the list twice`,
} satisfies RefusalSentences;
