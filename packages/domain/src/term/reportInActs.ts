import { caseAct, someWords } from "../caseAct.ts";
import { approveReportIn, rejectReportIn, withdrawReportIn } from "./decideReportIn.ts";

const reasoned = () => ({ reason: someWords });

/** What is decided on a correction of the day of report-in that waits for another person. */
export const reportInActs = {
  approve: caseAct({ permission: "decide-report-in", rule: approveReportIn, probe: reasoned }),
  reject: caseAct({ permission: "decide-report-in", rule: rejectReportIn, probe: reasoned }),
  withdraw: caseAct({ permission: "decide-report-in", rule: withdrawReportIn, probe: reasoned }),
};
export type ReportInAct = keyof typeof reportInActs;
