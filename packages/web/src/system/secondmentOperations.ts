import {
  absenceForm,
  amendmentForm,
  approvalForm,
  contestForm,
  dayOutForm,
  rejectionForm,
  voidForm,
} from "../absence/form.ts";
import { acceptanceForm, checkedBody, filedBody, returnForm } from "../assessment/form.ts";
import {
  adoptionForm,
  awardForm,
  contributionForm,
  revocationForm,
  verificationForm,
} from "../award/form.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
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
import { listQuerySchema } from "../secondment/listQuery.ts";
import { get, type Operation, post } from "./operation.ts";

const absence = "/secondments/:id/absences/:absenceId";
const correction = "/secondments/:id/report-in/corrections/:correction";
const filing = "/secondments/:id/checkpoints/:key/forms/:by";

/** Everything under one secondment. */
export const secondmentOperations: readonly Operation[] = [
  get("/secondments", "Secondments of one cohort, host or sending unit", listQuerySchema),
  get("/secondments.csv", "The same list as CSV", listQuerySchema),
  get("/secondments/:id", "A secondment with its count"),
  get("/secondments/:id/days", "Every day of the term and why it counts or not"),
  get("/secondments/:id/print", "The case for printing"),
  get("/secondments/:id/explanation", "The days that count on one sheet, for the officer to sign"),
  get("/secondments/:id/events", "The trail, oldest first", eventsQuerySchema),
  get("/secondments/:id/report-in", "Form that confirms report-in"),
  post("/secondments/:id/report-in", "Confirm report-in", reportInForm),
  post("/secondments/:id/report-in/correct", "Correct the day of report-in", reportInCorrection),
  get("/secondments/:id/report-in/corrections", "Corrections of the day of report-in"),
  post(`${correction}/approve`, "Approve a correction of report-in that waits", correctionApproval),
  post(`${correction}/reject`, "Send it back, with the reason", correctionRejection),
  post(`${correction}/withdraw`, "Take back one's own", correctionApproval),
  post("/secondments/:id/warnings/:level/acknowledge", "Mark a warning as seen"),
  get("/secondments/:id/absences/new", "Form of a new absence"),
  get("/secondments/:id/absences", "The absences of a term"),
  get("/secondments/:id/absences/preview", "The form again"),
  post("/secondments/:id/absences/preview", "What an absence would count; stores nothing", absenceForm),
  post("/secondments/:id/absences", "Record a request or a finding", absenceForm),
  get(absence, "An absence and the acts that are open"),
  post(`${absence}/approve`, "Approve a request or a proposal", approvalForm),
  post(`${absence}/reject`, "Reject a request, dismiss a finding, drop a proposal", rejectionForm),
  post(`${absence}/confirm`, "Confirm a finding as the second person", approvalForm),
  post(`${absence}/contest`, "Object to a finding", contestForm),
  post(`${absence}/amend`, "Correct an absence", amendmentForm),
  post(`${absence}/take-out`, "Take one day out of the middle of approved leave", dayOutForm),
  post(`${absence}/void`, "Take an absence back", voidForm),
  get("/secondments/:id/extension", "The request for a further term"),
  post("/secondments/:id/extension", "Ask for a further term", extensionRequestForm),
  post("/secondments/:id/extension/host", "Opinion of the host", extensionAnswerForm),
  post("/secondments/:id/extension/sending", "Opinion of the sending unit", extensionAnswerForm),
  post("/secondments/:id/extension/decide", "Decision of the bureau", extensionAnswerForm),
  post("/secondments/:id/extension/withdraw", "Take the request back", extensionWithdrawalForm),
  get(
    "/secondments/:id/ruling",
    "Decision pack: everything that a ruling rests on, and what can be done now",
  ),
  get("/secondments/:id/ruling/print", "The decision pack for printing"),
  post("/secondments/:id/statements", "The officer's statement, or its recorded refusal", statementForm),
  post("/secondments/:id/rulings", "Propose a ruling", proposalForm),
  post("/secondments/:id/rulings/:rid/approve", "Approve a ruling that somebody else proposed", answerForm),
  post("/secondments/:id/rulings/:rid/reject", "Reject a proposed ruling", answerForm),
  post("/secondments/:id/rulings/:rid/notice", "Issue the notice of a ruling", noticeForm),
  get("/secondments/:id/rulings/:rid/notice", "The notice with its receipt slip, for printing"),
  post("/secondments/:id/rulings/:rid/receipt", "Record how the officer received the notice", serviceForm),
  post("/secondments/:id/rulings/:rid/review", "Ask for review of a ruling", answerForm),
  post("/secondments/:id/rulings/:rid/uphold", "Uphold a ruling on review", answerForm),
  post("/secondments/:id/rulings/:rid/reopen", "Set a ruling aside on review", answerForm),
  get("/secondments/:id/end-early", "Form that ends a term early"),
  post("/secondments/:id/end-early", "End a term early", earlyEndForm),
  get("/secondments/:id/hand-over", "What is handed over at a post, and who confirmed it"),
  post("/secondments/:id/hand-over", "Write the hand-over", handOverForm),
  get("/secondments/:id/hand-over/print", "The hand-over for printing"),
  post("/secondments/:id/hand-over/receive", "Confirm receipt as the successor", handOverReceiptForm),
  get(filing, "A form of a checkpoint, with the draft of it"),
  post(filing, "Submit a form, or keep it as a draft", filedBody),
  get(`${filing}/check`, "What would be submitted"),
  post(`${filing}/check`, "Keep the draft and say what would be submitted, or what is missing", checkedBody),
  get("/secondments/:id/assessments/:fid", "A filed form with its words and history"),
  post("/secondments/:id/assessments/:fid/return", "Send a form back", returnForm),
  post("/secondments/:id/assessments/:fid/accept", "Make a form final", acceptanceForm),
  get("/secondments/:id/coverage", "Evidence by month and duty area"),
  get("/secondments/:id/results", "Awards and contributions of a term"),
  post("/secondments/:id/awards", "Enter an award", awardForm),
  post("/secondments/:id/awards/:item/revoke", "Revoke an award as another person of HR", revocationForm),
  post("/secondments/:id/contributions", "Report a contribution", contributionForm),
  post("/secondments/:id/contributions/:item/verify", "Verify a contribution", verificationForm),
  post("/secondments/:id/contributions/:item/adopt", "Adopt a contribution", adoptionForm),
  post("/secondments/:id/contributions/:item/reject", "Do not adopt a contribution", adoptionForm),
];
