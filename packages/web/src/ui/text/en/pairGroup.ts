import type { Catalog } from "../catalog.ts";
import type { pairGroup as zhPairGroup } from "../zhCN/pairGroup.ts";

const pairs = (count: number) => (count === 1 ? "1 pair" : `${count} pairs`);

export const pairGroup = {
  title: "Activity of a group",
  intro:
    "For what many pairs did together, such as a competition or a symposium: entered once, and written into each pair by itself. What is refused for one pair does not stop the others.",
  noneHint: "No pair runs, or the filter is too narrow.",
  pairs: "Pairs that took part",
  pairsHint: "Tick each of them.",
  shown: (p) => `The first ${p.shown} of ${p.of} pairs; filter by name or focus for others.`,
  line: (p) => `${p.mentor} leads ${p.apprentice} (${p.unit})`,
  results: "Result by pair",
  result: "Result",
  entered: "Entered",
  enteredCount: "entered",
  refusedCount: "refused",
  leftCount: "not entered yet",
  running: "Entering",
  runningHelp:
    "Pairs are entered in steps, with the progress after each. If you leave or are interrupted, the rest is not entered yet; reload this page or go on, nothing is entered twice.",
  goOn: "Go on",
  mark: "; ",
  done: (p) => `Entered for ${pairs(p.done)}, refused for ${pairs(p.refused)}.`,
} satisfies Catalog<typeof zhPairGroup>;
