import type { Catalog } from "../catalog.ts";
import type { gone as zhGone } from "../zhCN/gone.ts";

export const gone = {
  unit: (p) => `unit no longer on file (code ${p.code})`,
  cohort: "cohort no longer on file",
  person: "somebody no longer on the list",
  station: "station no longer on the list",
  checkpoint: "another checkpoint",
  dutyArea: "duty area that the scheme no longer has",
  record: "record no longer on file",
} satisfies Catalog<typeof zhGone>;
