import type { RefusalTable } from "../refusalClass.ts";

/** Spot checks. */
export const spotCheckRefusals = {
  "absent-is-a-finding": "conflict",
  "already-revealed": "conflict",
  "day-is-over": "invalid",
  "finding-class-needed": "invalid",
  "finding-misses-the-day": "invalid",
  "more-than-serve": "invalid",
  "no-leave-that-day": "invalid",
  "no-result-yet": "conflict",
  "nobody-serves-then": "invalid",
  "not-drawn": "missing",
  "not-revealed": "conflict",
  "not-yet": "conflict",
  "result-recorded": "conflict",
  "spot-check-cancelled": "conflict",
  "too-many-candidates": "invalid",
  "too-many-corrections": "conflict",
} satisfies RefusalTable;
