/** How close a count is to the limit: calm, from the first warning amber, from the second strong, above the limit red. */
export type Level = "calm" | "amber" | "strong" | "red";
export const levels = ["calm", "amber", "strong", "red"] as const;

export type Figures = {
  readonly countedDays: number;
  readonly limitDays: number;
  /** The scheme's warning levels, such as [10, 13, 15]. */
  readonly warnAtDays: readonly number[];
};

/** The level that a count has once everything that waits is approved: what is shown, so that nothing looks calm before it exceeds. */
export function levelReached(figures: Figures & { readonly pendingDays: number }): Level {
  return levelOf({ ...figures, countedDays: figures.countedDays + figures.pendingDays });
}

/** The level of a count; exactly the limit is not above it. */
export function levelOf({ countedDays, limitDays, warnAtDays }: Figures): Level {
  if (countedDays > limitDays) return "red";
  const crossed = warnAtDays.filter((each) => countedDays >= each).length;
  if (crossed === 0) return "calm";
  return crossed === 1 ? "amber" : "strong";
}
