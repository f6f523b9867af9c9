import type { Summary } from "@dunmiao/domain/summary";

type Days = Pick<Summary, "counted" | "pending" | "limit">;

export const risks = ["below-10", "from-10", "from-13", "at-limit", "exceeded"] as const;
/** Filters of a list by days: the bands, and who would exceed with everything pending, whatever the band of now. */
export const riskFilters = [...risks, "would-exceed"] as const;
export type Risk = (typeof risks)[number];

/** Whether a count within the limit is over it with everything that waits. */
export function wouldExceed({ counted, pending, limit }: Days): boolean {
  return counted <= limit && counted + pending > limit;
}

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

/** Whether a person is in the band, or would exceed with everything pending. */
export function isOfRisk(person: Days, filter: (typeof riskFilters)[number]): boolean {
  return filter === "would-exceed" ? wouldExceed(person) : riskOf(person.counted, person.limit) === filter;
}
