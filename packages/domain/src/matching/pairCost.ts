import type { Apprentice, MatchingWeights, Mentor } from "./matching.ts";

/** What speaks against a pair, in the order in which it is said. */
export const costCodes = ["distance", "need", "load", "newTrade", "results"] as const;
export type CostCode = (typeof costCodes)[number];
export type CostPart = { code: CostCode; cost: number };
type Part = (apprentice: Apprentice, mentor: Mentor, weights: MatchingWeights) => number;

const parts: Readonly<Record<CostCode, Part>> = {
  distance: (apprentice, mentor, weights) => {
    if (apprentice.unit === mentor.unit) return 0;
    return apprentice.branch === mentor.branch ? weights.sameBranch : weights.elsewhere;
  },
  need: ({ needs }, { strengths }, { needUnmet }) => {
    let cost = 0;
    for (const need of needs) if (!strengths.includes(need)) cost += needUnmet;
    return cost;
  },
  load: (_, { load }, weights) => load * weights.load,
  newTrade: ({ isNewTrade }, { results }, { newTrade }) =>
    isNewTrade && results.passed === 0 ? newTrade : 0,
  results: (_, { results }, { failed }) => results.failed * failed,
};
const inOrder = costCodes.map((code) => parts[code]);

/** What speaks against a pair in all: whole points, 0 or more. */
export function pairCost(apprentice: Apprentice, mentor: Mentor, weights: MatchingWeights): number {
  let cost = 0;
  for (const part of inOrder) cost += part(apprentice, mentor, weights);
  return cost;
}

/** The same part by part; they add up to `pairCost`. */
export function costParts(apprentice: Apprentice, mentor: Mentor, weights: MatchingWeights): CostPart[] {
  return costCodes.map((code) => ({ code, cost: parts[code](apprentice, mentor, weights) }));
}

/** Why two people cannot be a pair at all, whatever it would cost. */
export type Obstacle = "other-focus" | "oneself" | "at-cap" | "resting";

/** The first obstacle between two people; undefined where there is none. `from` is the first day of the pair. */
export function obstacleOf(apprentice: Apprentice, mentor: Mentor, from: string): Obstacle | undefined {
  if (!mentor.focuses.includes(apprentice.focus)) return "other-focus";
  if (mentor.id === apprentice.id) return "oneself";
  if (mentor.load >= mentor.cap) return "at-cap";
  return mentor.restsUntil !== undefined && from <= mentor.restsUntil ? "resting" : undefined;
}
