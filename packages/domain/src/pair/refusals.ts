import type { RefusalTable } from "../refusalClass.ts";

/** Mentor pairs. */
export const pairRefusals = {
  "apprentice-has-pair": "conflict",
  "kinship-not-said": "invalid",
  "mentor-load-reached": "conflict",
  "mentor-rests": "conflict",
  "pair-not-proposed": "conflict",
  "pair-start-out-of-bounds": "invalid",
  "pair-too-long": "invalid",
  "self-mentoring": "invalid",
  "unknown-eligibility-item": "invalid",
  "unknown-focus": "invalid",
  "unknown-pair-scheme": "invalid",
} satisfies RefusalTable;
