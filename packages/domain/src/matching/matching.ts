import * as z from "zod";

/** What one question may hold: more takes longer than anybody waits. */
export const mostMatched = 2_000;
export const mostPlaces = 5;

const weight = z.int().min(0).max(1_000);

/**
 * What speaks against a pair, each as whole points that are added up: rules as data. Only sums: a cost that multiplies
 * makes the same question take ten times as long.
 */
export const matchingWeightsSchema = z.object({
  /** Another station of the same branch. */
  sameBranch: weight.default(10),
  /** Another branch, or an office of the bureau. */
  elsewhere: weight.default(40),
  /** Each stated need that is no strength of the mentor. */
  needUnmet: weight.default(15),
  /** Each apprentice that the mentor has already. */
  load: weight.default(8),
  /** Somebody new to the trade with a mentor who has brought nobody through yet. */
  newTrade: weight.default(12),
  /** Each apprentice of the mentor who failed the final test. */
  failed: weight.default(20),
});
export type MatchingWeights = z.infer<typeof matchingWeightsSchema>;

/** The weights that apply unless a question says others: distance before need, need before an even load. */
export const usualWeights: MatchingWeights = matchingWeightsSchema.parse({});

type Place = { readonly unit: string; readonly branch: string };

/** Somebody who needs a mentor for one focus. */
export type Apprentice = Place & {
  readonly id: string;
  readonly focus: string;
  readonly needs: readonly string[];
  readonly isNewTrade: boolean;
};

/** Somebody who could be a mentor. */
export type Mentor = Place & {
  readonly id: string;
  readonly focuses: readonly string[];
  readonly strengths: readonly string[];
  /** Apprentices now, and at most. */
  readonly load: number;
  readonly cap: number;
  /** Last day of the rest after an earlier pair (YYYY-MM-DD). */
  readonly restsUntil?: string | undefined;
  /** How earlier pairs ended. */
  readonly results: { readonly passed: number; readonly failed: number };
};

/** Who is to be paired with whom, from which day on, and what counts how much. */
export type MatchingQuestion = {
  readonly apprentices: readonly Apprentice[];
  readonly mentors: readonly Mentor[];
  readonly from: string;
  readonly weights: MatchingWeights;
};
