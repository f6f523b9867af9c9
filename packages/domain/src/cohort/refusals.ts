import type { RefusalTable } from "../refusalClass.ts";

/** Cohorts and their chart. */
export const cohortRefusals = {
  "ages-not-rising": "invalid",
  "cohort-out-of-bounds": "invalid",
  "unknown-cohort": "invalid",
} satisfies RefusalTable;
