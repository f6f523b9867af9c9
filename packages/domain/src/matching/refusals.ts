import type { RefusalTable } from "../refusalClass.ts";

/** Lists of people to be paired. */
export const matchingRefusals = {
  "matching-too-heavy": "too-large",
  "named-twice": "invalid",
} satisfies RefusalTable;
