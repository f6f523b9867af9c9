import type { Catalog } from "../catalog.ts";
import type { reportInPage as zhCN } from "../zhCN/reportInPage.ts";

export const reportInPage = {
  title: "Corrections of the day of report-in",
  none: "The day of report-in was not corrected",
  waiting: "Waits for a second person",
  change: "Correction",
  fromTo: (p) => `${p.before} → ${p.on}`,
  lowered: "Days no longer unreported",
  stays: "Days that stay unreported",
  days: (p) => `${p.days} working days`,
  reason: "Reason",
  evidence: "Evidence",
  by: "Proposed by",
  decidedBy: "Decided by",
  state: "State",
  states: {
    made: "Corrected",
    proposed: "Waiting",
    approved: "Approved",
    rejected: "Sent back",
    withdrawn: "Taken back",
  },
  history: "All corrections",
  reasonOf: "Reason",
  approve: "Approve the correction",
  reject: "Send the correction back",
  withdraw: "Take the correction back",
} satisfies Catalog<typeof zhCN>;
