import { acceptanceForm, returnForm } from "../assessment/form.ts";
import {
  adoptionForm,
  awardForm,
  contributionForm,
  revocationForm,
  verificationForm,
} from "../award/form.ts";
import { extensionAnswerForm, extensionRequestForm, extensionWithdrawalForm } from "../extension/form.ts";
import { handOverForm, handOverReceiptForm } from "../handOver/form.ts";
import {
  answerForm,
  earlyEndForm,
  noticeForm,
  proposalForm,
  serviceForm,
  statementForm,
} from "../ruling/form.ts";
import {
  correctionApproval,
  correctionRejection,
  reportInCorrection,
  reportInForm,
} from "../secondment/form.ts";
import { type Operation, post } from "./operation.ts";

const correction = "/secondments/:id/report-in/corrections/:correction";

/** Everything under one secondment. */
export const secondmentOperations: readonly Operation[] = [
  post("/secondments/:id/report-in", "Confirm report-in", reportInForm),
  post("/secondments/:id/report-in/correct", "Correct the day of report-in", reportInCorrection),
  post(`${correction}/approve`, "Approve a correction of report-in that waits", correctionApproval),
  post(`${correction}/reject`, "Send it back, with the reason", correctionRejection),
  post(`${correction}/withdraw`, "Take back one's own", correctionApproval),
  post("/secondments/:id/extension", "Ask for a further term", extensionRequestForm),
  post("/secondments/:id/extension/host", "Opinion of the host", extensionAnswerForm),
  post("/secondments/:id/extension/sending", "Opinion of the sending unit", extensionAnswerForm),
  post("/secondments/:id/extension/decide", "Decision of the bureau", extensionAnswerForm),
  post("/secondments/:id/extension/withdraw", "Take the request back", extensionWithdrawalForm),
  post("/secondments/:id/statements", "The officer's statement, or its recorded refusal", statementForm),
  post("/secondments/:id/rulings", "Propose a ruling", proposalForm),
  post("/secondments/:id/rulings/:rid/approve", "Approve a ruling that somebody else proposed", answerForm),
  post("/secondments/:id/rulings/:rid/reject", "Reject a proposed ruling", answerForm),
  post("/secondments/:id/rulings/:rid/notice", "Issue the notice of a ruling", noticeForm),
  post("/secondments/:id/rulings/:rid/receipt", "Record how the officer received the notice", serviceForm),
  post("/secondments/:id/rulings/:rid/review", "Ask for review of a ruling", answerForm),
  post("/secondments/:id/rulings/:rid/uphold", "Uphold a ruling on review", answerForm),
  post("/secondments/:id/rulings/:rid/reopen", "Set a ruling aside on review", answerForm),
  post("/secondments/:id/end-early", "End a term early", earlyEndForm),
  post("/secondments/:id/hand-over", "Write the hand-over", handOverForm),
  post("/secondments/:id/hand-over/receive", "Confirm receipt as the successor", handOverReceiptForm),
  post("/secondments/:id/assessments/:fid/return", "Send a form back", returnForm),
  post("/secondments/:id/assessments/:fid/accept", "Make a form final", acceptanceForm),
  post("/secondments/:id/awards", "Enter an award", awardForm),
  post("/secondments/:id/awards/:item/revoke", "Revoke an award as another person of HR", revocationForm),
  post("/secondments/:id/contributions", "Report a contribution", contributionForm),
  post("/secondments/:id/contributions/:item/verify", "Verify a contribution", verificationForm),
  post("/secondments/:id/contributions/:item/adopt", "Adopt a contribution", adoptionForm),
  post("/secondments/:id/contributions/:item/reject", "Do not adopt a contribution", adoptionForm),
];
