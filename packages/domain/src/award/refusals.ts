import type { RefusalTable } from "../refusalClass.ts";

/** Awards and contributions. */
export const awardRefusals = {
  "already-revoked": "conflict",
  "award-before-term": "invalid",
  "document-already-entered": "invalid",
  "level-named-twice": "invalid",
  "not-waiting-for-adoption": "conflict",
  "not-waiting-for-verification": "conflict",
  "too-many-awards": "invalid",
  "too-many-contributions": "invalid",
  "unknown-award": "missing",
  "unknown-contribution": "missing",
} satisfies RefusalTable;
