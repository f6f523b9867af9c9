import { assign, groupsOf } from "./assign.ts";
import type { Apprentice, MatchingQuestion, Mentor } from "./matching.ts";
import { type CostPart, costParts, obstacleOf, pairCost } from "./pairCost.ts";

/** A mentor for somebody, with what speaks against the two. */
export type Candidate = { mentor: string; cost: number; reasons: CostPart[] };
export type Proposal = Candidate & {
  apprentice: string;
  focus: string;
  /** The cheapest other mentor; `isTaken` where all their places went to others here. */
  nextBest?: Candidate & { isTaken: boolean };
};
/** Why no mentor fits. */
export const unmatchedCodes = [
  "no-mentor-of-focus",
  "only-oneself",
  "all-at-cap",
  "all-resting",
  "all-at-cap-or-resting",
  "all-taken",
  // Told beside the answer: who has a pair is in no question.
  "already-paired",
] as const;
export type UnmatchedCode = (typeof unmatchedCodes)[number];
export type Unmatched = { apprentice: string; focus: string; code: UnmatchedCode };
export type Matching = { proposals: Proposal[]; unmatched: Unmatched[] };

/**
 * Proposes pairs: as many as can be, and of all such ways one that costs least. The same people give the same answer in
 * whatever order they are named; nobody is paired against an obstacle, and no mentor beyond their cap.
 */
export function proposePairs(question: MatchingQuestion): Matching {
  const { from, weights } = question;
  const apprentices = question.apprentices.toSorted(
    (one, other) => byText(one.id, other.id) || byText(one.focus, other.focus),
  );
  const mentors = question.mentors.toSorted((one, other) => byText(one.id, other.id));
  const assigned = new Map(
    groupsOf({ apprentices, mentors }).flatMap((group) => [...assign(group, { from, weights })]),
  );
  const taken = new Map<Mentor, number>();
  for (const mentor of assigned.values()) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  const found: Matching = { proposals: [], unmatched: [] };
  for (const apprentice of apprentices) {
    const mentor = assigned.get(apprentice);
    const of = { apprentice: apprentice.id, focus: apprentice.focus };
    if (!mentor) {
      found.unmatched.push({ ...of, code: whyUnmatched(apprentice, mentors, from) });
      continue;
    }
    const next = nextBest(apprentice, mentors, { mentor, from, weights });
    const isTaken = next !== undefined && (taken.get(next) ?? 0) >= next.cap - next.load;
    found.proposals.push({
      ...of,
      ...candidate(apprentice, mentor, weights),
      ...(next && { nextBest: { ...candidate(apprentice, next, weights), isTaken } }),
    });
  }
  return found;
}

function candidate(apprentice: Apprentice, mentor: Mentor, weights: MatchingQuestion["weights"]): Candidate {
  return {
    mentor: mentor.id,
    cost: pairCost(apprentice, mentor, weights),
    reasons: costParts(apprentice, mentor, weights),
  };
}

type Beside = Pick<MatchingQuestion, "from" | "weights"> & { mentor: Mentor };

function nextBest(apprentice: Apprentice, mentors: readonly Mentor[], { mentor, from, weights }: Beside) {
  let best: { mentor: Mentor; cost: number } | undefined;
  for (const other of mentors) {
    if (other === mentor || obstacleOf(apprentice, other, from) !== undefined) continue;
    const cost = pairCost(apprentice, other, weights);
    if (!best || cost < best.cost) best = { mentor: other, cost };
  }
  return best?.mentor;
}

function whyUnmatched(apprentice: Apprentice, mentors: readonly Mentor[], from: string): UnmatchedCode {
  const obstacles = new Set(mentors.map((mentor) => obstacleOf(apprentice, mentor, from)));
  obstacles.delete("other-focus");
  if (obstacles.size === 0) return "no-mentor-of-focus";
  if (obstacles.has(undefined)) return "all-taken";
  obstacles.delete("oneself");
  if (obstacles.size === 0) return "only-oneself";
  if (obstacles.size > 1) return "all-at-cap-or-resting";
  return obstacles.has("at-cap") ? "all-at-cap" : "all-resting";
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
