import type { Catalog } from "../catalog.ts";
import type { cohortPage as zhCohortPage } from "../zhCN/cohortPage.ts";

export const cohortPage = {
  create: "New cohort",
  name: "Name",
  nameHint: "For example: third cohort of secondments",
  scheme: "Scheme",
  schemeHint:
    "The scheme says which absences count, the limit and the warnings; a cohort keeps it once created.",
  startsOn: "First day",
  term: "Term",
  none: "There is no cohort yet",
  noneHelp: "Create a cohort, then import its people from the template.",
  import: "Import people",
  people: "See the people of this cohort",
  total: "people",
  women: "women",
  bornIn1990s: "born in the 1990s",
  withTodos: "with something to do",
  pending: "with days pending",
  provisional: "provisional",
  byStatus: "By status",
  byRisk: "By days used",
  daysByPerson: "Days off post by person",
  daysByBranch: "Days off post by district",
  branch: "Branch",
  peopleColumn: "People",
  womenColumn: "Women",
  averageDays: "Average days",
  mostDays: "Most days of one person",
  atLimit: "At or above the limit",
} satisfies Catalog<typeof zhCohortPage>;
