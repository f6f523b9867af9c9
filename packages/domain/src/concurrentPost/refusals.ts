import type { RefusalTable } from "../refusalClass.ts";

/** Concurrent posts and the places where they are held. */
export const concurrentPostRefusals = {
  "activity-outside-post": "invalid",
  "end-outside-post": "invalid",
  "place-closed": "invalid",
  "place-kind-differs": "invalid",
  "place-named-twice": "invalid",
  "post-ended": "conflict",
  "post-held-already": "conflict",
  "post-out-of-bounds": "invalid",
  "post-too-long": "invalid",
  "role-not-of-place": "invalid",
  "too-many-post-activities": "invalid",
  "unknown-place": "invalid",
} satisfies RefusalTable;
