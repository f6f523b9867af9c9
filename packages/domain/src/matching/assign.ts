import { munkres } from "munkres";
import type { Apprentice, MatchingQuestion, Mentor } from "./matching.ts";
import { obstacleOf, pairCost } from "./pairCost.ts";

const forbidden = -1;

/**
 * The mentor of each apprentice, by its place in the list, in the one assignment that pairs as many as can be and costs
 * least of all that do; nothing for who is not paired. All of them belong to one group (`groupsOf`), in a fixed order.
 */
export function assign(
  { apprentices, mentors }: Pick<MatchingQuestion, "apprentices" | "mentors">,
  { from, weights }: Pick<MatchingQuestion, "from" | "weights">,
): ReadonlyMap<Apprentice, Mentor> {
  // A mentor with several places stands in several columns.
  const columns = mentors.flatMap((mentor) => {
    const places = Math.min(Math.max(mentor.cap - mentor.load, 0), apprentices.length);
    return Array.from({ length: places }, () => mentor);
  });
  const assigned = new Map<Apprentice, Mentor>();
  if (columns.length === 0) return assigned;
  const costs = apprentices.map((apprentice) => {
    const row = new Map<Mentor, number>();
    return columns.map((mentor) => {
      const known = row.get(mentor);
      if (known !== undefined) return known;
      const isOpen = obstacleOf(apprentice, mentor, from) === undefined;
      const cost = isOpen ? pairCost(apprentice, mentor, weights) : forbidden;
      row.set(mentor, cost);
      return cost;
    });
  });
  price(costs);
  for (const [row, column] of munkres(costs)) {
    const [apprentice, mentor] = [apprentices[row], columns[column]];
    // The library answers forbidden pairs where nothing else is left: a pair stands only where there is no obstacle.
    if (apprentice && mentor && obstacleOf(apprentice, mentor, from) === undefined)
      assigned.set(apprentice, mentor);
  }
  return assigned;
}

/**
 * Gives forbidden pairs a cost above everything that all others could cost together, so that one more pair is always
 * worth it. Finite, since the library reckons with it: infinities become NaN.
 */
function price(costs: number[][]): void {
  let dearest = 0;
  for (const row of costs) for (const cost of row) dearest = Math.max(dearest, cost);
  const above = (dearest + 1) * Math.min(costs.length, costs[0]?.length ?? 0) + 1;
  for (const row of costs)
    for (const [column, cost] of row.entries()) if (cost === forbidden) row[column] = above;
}

/**
 * Apprentices and mentors in groups that have no focus in common: each can be assigned by itself and much faster. A
 * mentor of two focuses joins them, since their places are the same ones.
 */
export function groupsOf({ apprentices, mentors }: Pick<MatchingQuestion, "apprentices" | "mentors">) {
  const groupOf = new Map<string, Set<string>>();
  for (const { focuses } of mentors) {
    const joined = new Set(focuses.flatMap((focus) => [focus, ...(groupOf.get(focus) ?? [])]));
    for (const focus of joined) groupOf.set(focus, joined);
  }
  return [...new Set(groupOf.values())].map((focuses) => ({
    apprentices: apprentices.filter(({ focus }) => focuses.has(focus)),
    mentors: mentors.filter((mentor) => mentor.focuses.some((focus) => focuses.has(focus))),
  }));
}
