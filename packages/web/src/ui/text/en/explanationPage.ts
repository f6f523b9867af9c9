import type { Catalog } from "../catalog.ts";
import type { explanationPage as zhExplanationPage } from "../zhCN/explanationPage.ts";

export const explanationPage = {
  title: "How the days off post were counted",
  open: "How it was counted",
  days: "Days that count",
  noDays: "No day counts.",
  month: "Month",
  dates: "Days",
  monthDays: "Counted",
  dayOfMonth: (p) => (p.part === "" ? String(p.day) : `${p.day} ${p.part}`),
  daysFromTo: (p) => `${p.from}–${p.to}`,
  marked: (p) => `${p.day} (${p.marks})`,
  byClass: (p) => `${p.caption} (${p.count}, summed by class; one by one in the record of days off post)`,
  rule: (p) =>
    `Rule: by “${p.scheme}”, a year with more than ${p.limit} working days off post is not recognised; ${p.limit} itself is not more. Half days are 0.5, time covered twice counts once; weekends and public holidays do not count, make-up working days do.`,
  monthsChanged: (p) =>
    `What was confirmed for ${p.months} differs from the ledger and is to be confirmed again; this count is by the ledger.`,
  notices: (p) => `Working days by: ${p.list}. `,
  unpublished: (p) =>
    `${p.year} is not published yet, Monday to Friday less fixed days off for the time being`,
} satisfies Catalog<typeof zhExplanationPage>;
