export const risks = ["below-10", "from-10", "from-13", "at-limit", "exceeded"] as const;
export type Risk = (typeof risks)[number];

/**
 * The band of a count, in working days. Bands never overlap, so that their sizes add up to everybody: `from-10` ends
 * below 13, `from-13` below the limit, `at-limit` is exactly the limit, `exceeded` more than it.
 */
export function riskOf(countedDays: number, limitDays: number): Risk {
  if (countedDays > limitDays) return "exceeded";
  if (countedDays === limitDays) return "at-limit";
  if (countedDays >= 13) return "from-13";
  return countedDays >= 10 ? "from-10" : "below-10";
}
