import type { RefusalTable } from "../refusalClass.ts";

/** Units. */
export const unitRefusals = {
  "ambiguous-unit": "invalid",
  "kind-cannot-change": "invalid",
  "not-a-station": "invalid",
  "parent-is-below": "invalid",
  "station-has-secondments": "invalid",
  "station-needs-branch": "invalid",
  "unit-kind-differs": "invalid",
  "unknown-unit": "invalid",
} satisfies RefusalTable;
