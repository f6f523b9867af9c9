import type { Catalog } from "../catalog.ts";
import type { chrome as zhChrome, nav as zhNav } from "../zhCN/nav.ts";

export const nav = {
  label: "Main",
  todo: "To do",
  cohorts: "Cohorts",
  secondments: "Secondments",
  pairs: "Pairs",
  assessments: "Assessments",
  schemes: "Schemes",
  calendar: "Calendar",
  units: "Units and people",
  posts: "Posts",
  spotChecks: "Spot checks",
  notifications: "Notifications",
  exports: "Audit exports",
  heads: "Signed days",
  accounts: "Accounts",
  delegations: "Delegations",
} satisfies Catalog<typeof zhNav>;

export const chrome = {
  skip: "Skip to main content",
  today: (p) => `Today ${p.date} ${p.weekday}`,
  languages: "Language",
  signedInAs: "Signed in as",
  titleSuffix: "Dunmiao",
  errorTitle: (p) => `Error: ${p.title}`,
  behind: (p) =>
    `${p.count} ${p.count === 1 ? "record has" : "records have"} had something due since ${p.since} that daily processing has not done yet: this page shows what was last recorded, the page of each record shows today`,
  unreadable: (p) =>
    `${p.count} ${p.count === 1 ? "record" : "records"} could not be read and ${p.count === 1 ? "is" : "are"} not on this page; HR has been told${p.ids === "" ? "" : `: ${p.ids}`}`,
} satisfies Catalog<typeof zhChrome>;
