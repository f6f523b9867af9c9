import { cohortInputSchema } from "@dunmiao/domain/cohort";
import { noticeConfirmationSchema, noticeInputSchema } from "@dunmiao/domain/notice";
import { unitInputSchema } from "@dunmiao/domain/unit";
import type * as z from "zod";
import {
  absenceForm,
  amendmentForm,
  approvalForm,
  contestForm,
  rejectionForm,
  voidForm,
} from "../absence/form.ts";
import { acceptanceForm, checkedBody, filedBody, returnForm } from "../assessment/form.ts";
import {
  adoptionForm,
  awardForm,
  contributionForm,
  headlineForm,
  revocationForm,
  verificationForm,
} from "../award/form.ts";
import { rangeQuery } from "../calendar/form.ts";
import { nextCohortForm } from "../cohort/form.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
import { extensionAnswerForm, extensionRequestForm, extensionWithdrawalForm } from "../extension/form.ts";
import { handOverForm, handOverReceiptForm } from "../handOver/form.ts";
import { confirmationForm } from "../import/form.ts";
import { templateQuery } from "../import/query.ts";
import { notificationsQuery } from "../notification/form.ts";
import {
  correctionDecisionForm,
  correctionWithdrawalForm,
  officerCorrectionForm,
  officerForm,
} from "../officer/form.ts";
import { assessmentsQuerySchema, timelineQuerySchema } from "../overview/query.ts";
import {
  answerForm,
  earlyEndForm,
  noticeForm,
  proposalForm,
  serviceForm,
  statementForm,
} from "../ruling/form.ts";
import { draftBody, publishForm } from "../scheme/draftForm.ts";
import { previewQuery, versionQuery } from "../scheme/query.ts";
import {
  correctionApproval,
  correctionRejection,
  reportInCorrection,
  reportInForm,
} from "../secondment/form.ts";
import { listQuerySchema } from "../secondment/listQuery.ts";
import { cancellationForm, correctionForm, resultForm, spotCheckForm } from "../spotCheck/form.ts";
import { batchForm } from "../task/batchForm.ts";

/** What the API's description says of a route beside its permission; a test holds the list against the app. */
export type Operation = {
  method: "GET" | "POST";
  /** As the app registers it: `/secondments/:id`. */
  path: string;
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  upload?: true;
};

function get(path: string, summary: string, query?: z.ZodType): Operation {
  return { method: "GET", path, summary, ...(query && { query }) };
}

function post(path: string, summary: string, body?: z.ZodType): Operation {
  return { method: "POST", path, summary, ...(body && { body }) };
}

const absence = "/secondments/:id/absences/:absenceId";
const correction = "/secondments/:id/report-in/corrections/:correction";
const filing = "/secondments/:id/checkpoints/:key/forms/:by";

export const operations: readonly Operation[] = [
  get("/healthz", "Ready once engine, stream and workflows serve"),
  get("/openapi.json", "This description"),
  get("/", "Start page: the to-do list"),
  get("/tasks", "To-do list"),
  get("/tasks/batch", "Leads back to the to-do list"),
  post(
    "/tasks/batch",
    "Several requests approved, warnings seen, report-ins or months confirmed: each with what became of it",
    batchForm,
  ),
  post("/flags/:kind/:id/handled", "Take failed work off the list"),
  get("/schemes", "Schemes"),
  get("/schemes/:id", "One scheme version, every setting; the newest unless told", versionQuery),
  get("/working-days", "Working days of a range, day by day", rangeQuery),
  get("/calendar", "The calendar in force"),
  get("/calendar/days", "Days that the notices in force set, and the words of a date box"),
  get("/calendar/notices", "Loaded notices"),
  get("/calendar/notices/new", "Form that loads a notice"),
  get("/calendar/notices/:id", "One notice with its differences"),
  post("/calendar/notices", "Load a notice as a dry run", noticeInputSchema),
  post("/calendar/notices/:id/confirm", "Put a notice in force and recount", noticeConfirmationSchema),
  get("/cohorts", "Cohorts, newest first"),
  get("/cohorts/new", "Form of a new cohort"),
  post("/cohorts", "Create a cohort", cohortInputSchema),
  get("/cohorts/:id", "A cohort with figures that open into people"),
  get("/units", "Units as a tree"),
  get("/units/new", "Form of a new unit"),
  post("/units", "Create or update a unit", unitInputSchema),
  get("/units/:code", "A unit and its people"),
  get("/units/:code/edit", "Form of a unit"),
  get("/officers", "Officers of a unit"),
  get("/officers/new", "Form of a new officer"),
  post("/officers", "Create or update an officer", officerForm),
  get("/officers/:serviceNumber", "An officer, corrections of what is on file, and their secondments"),
  get("/officers/:serviceNumber/correct", "Form of a correction"),
  post(
    "/officers/:serviceNumber/corrections",
    "Correct facts of an officer; waits for another person while a secondment carries them",
    officerCorrectionForm,
  ),
  post(
    "/officers/:serviceNumber/corrections/:id/decide",
    "Approve or reject a correction",
    correctionDecisionForm,
  ),
  post(
    "/officers/:serviceNumber/corrections/:id/withdraw",
    "Take a correction back",
    correctionWithdrawalForm,
  ),
  get(
    "/imports/template.xlsx",
    "Import template with drop-downs, units, instructions and the posts that a cohort took over",
    templateQuery,
  ),
  get("/imports/template.csv", "Import template as CSV"),
  get("/cohorts/:id/imports/new", "Form that uploads a file"),
  get("/cohorts/:id/imports", "Imports of a cohort"),
  { method: "POST", path: "/cohorts/:id/imports", summary: "Check a file as a dry run", upload: true },
  get("/imports/:id", "An import: problems by row, progress, refused rows"),
  get("/imports/:id/problems.csv", "Problems of an import as CSV"),
  post("/imports/:id/confirm", "Let the workflow import the good rows and those decided", confirmationForm),
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
  post(`${absence}/void`, "Take an absence back", voidForm),
  get("/spot-checks", "Spot checks, newest day first"),
  get("/spot-checks/new", "Form of a new spot check"),
  post("/spot-checks", "Commit list and seed of a draw", spotCheckForm),
  get("/spot-checks/:id", "A spot check with everything that redoing its draw takes"),
  get("/spot-checks/:id/events", "The trail of a spot check, oldest first", eventsQuerySchema),
  post("/spot-checks/:id/reveal", "Reveal the seed and draw"),
  get("/spot-checks/:id/cancel", "Form that cancels a spot check"),
  post("/spot-checks/:id/cancel", "Cancel a spot check before its reveal", cancellationForm),
  get("/spot-checks/:id/results/:secondmentId", "Form of a result"),
  post("/spot-checks/:id/results/:secondmentId", "Record what was found", resultForm),
  get("/spot-checks/:id/results/:secondmentId/correct", "Form that corrects a result"),
  post("/spot-checks/:id/results/:secondmentId/correct", "Correct a result", correctionForm),
  get("/notifications", "What the workflow told one's role and unit, newest first", notificationsQuery),
  get("/kept", "Forms that one sent after the session had ended, kept for an hour"),
  post("/kept/:id/send", "Send a kept form on to where it was for, once"),
  post("/kept/:id/discard", "Throw a kept form away"),
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
  get("/schemes/:id/draft", "The draft of the next version of a scheme"),
  post("/schemes/:id/draft", "Save settings in the draft, which starts with the first of them", draftBody),
  get("/schemes/:id/draft/preview", "Dates and load that the draft would mean for a cohort", previewQuery),
  post("/schemes/:id/draft/publish", "Publish the draft as the second person", publishForm),
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
  get("/cohorts/:id/workbook.xlsx", "A cohort as .xlsx: people, absences, checkpoints, districts"),
  get("/cohorts/:id/timeline", "Terms, absences and checkpoints of a cohort", timelineQuerySchema),
  get("/cohorts/:id/assessments", "Forms, coverage and grades of a cohort", assessmentsQuerySchema),
  get("/assessments", "The same of the newest cohort", assessmentsQuerySchema),
  get("/secondments/:id/coverage", "Evidence by month and duty area"),
  get("/secondments/:id/results", "Awards and contributions of a term"),
  post("/secondments/:id/awards", "Enter an award", awardForm),
  post("/secondments/:id/awards/:item/revoke", "Revoke an award as another person of HR", revocationForm),
  post("/secondments/:id/contributions", "Report a contribution", contributionForm),
  post("/secondments/:id/contributions/:item/verify", "Verify a contribution", verificationForm),
  post("/secondments/:id/contributions/:item/adopt", "Adopt a contribution", adoptionForm),
  post("/secondments/:id/contributions/:item/reject", "Do not adopt a contribution", adoptionForm),
  get("/cohorts/:id/awards", "The award table of a cohort"),
  post("/cohorts/:id/awards/headline", "Set the published award figure", headlineForm),
  get("/cohorts/:id/next", "Form of the cohort after one, and the posts that it takes over"),
  post("/cohorts/:id/next", "Clone the next cohort with its posts", nextCohortForm),
];
