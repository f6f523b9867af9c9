import type { Catalog } from "../catalog.ts";
import type { cohortWorkbook as zhCohortWorkbook } from "../zhCN/cohortWorkbook.ts";

export const cohortWorkbook = {
  link: "Export the cohort as a workbook (.xlsx: people, absences, checkpoints, districts compared)",
  file: (p) => `Workbook ${p.cohort}`,
  people: "People",
  absences: "Absences",
  checkpoints: "Checkpoints",
  districts: "Districts",
  station: "Host station",
  remaining: "Days left",
  verdict: "Count against the limit",
  verdictWithPending: "With everything pending",
  checkpoint: "Checkpoint",
  dueOn: "Due on",
  doneOn: "Done on",
  peopleNow: "People",
  medianNow: "Median days off post to date",
  peopleLast: "People of the last cohort",
  medianLast: "Median of the last cohort on the same day",
  change: "Difference to the last cohort",
  everybody: "All districts",
  comparedWith: (p) =>
    `First terms only; this cohort up to ${p.today} beside the same day of the term of "${p.cohort}" (${p.until}), both by what stands in the records now`,
  noCohortBefore: "First terms only; there is no earlier cohort to compare with",
  chart: "Median days off post by district",
} satisfies Catalog<typeof zhCohortWorkbook>;
