import type { RefusalTable } from "../refusalClass.ts";

/** Officers, corrections of their facts, numbers that are one person's. */
export const officerRefusals = {
  "birth-out-of-bounds": "invalid",
  "correction-not-open": "conflict",
  "correction-open": "conflict",
  "count-changes": "invalid",
  "merged-number": "conflict",
  "needs-correction": "invalid",
  "not-your-correction": "forbidden",
  "officer-changed": "conflict",
  "officer-corrected": "invalid",
  "officer-differs": "invalid",
  "open-requests-full": "conflict",
  "request-answered": "conflict",
  "same-number": "invalid",
  "terms-overlap": "conflict",
  "unknown-officer": "invalid",
} satisfies RefusalTable;
