import type { RefusalTable } from "../refusalClass.ts";

/** Units. */
export const unitRefusals = {
  "ambiguous-unit": "invalid",
  "force-of-station": "invalid",
  "kind-cannot-change": "invalid",
  "not-a-station": "invalid",
  "parent-is-below": "invalid",
  "share-not-said": "invalid",
  "station-has-secondments": "invalid",
  "station-needs-branch": "invalid",
  "too-many-forces": "conflict",
  "unit-kind-differs": "invalid",
  "unknown-unit": "invalid",
} satisfies RefusalTable;
