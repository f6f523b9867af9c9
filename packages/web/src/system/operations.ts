import { cohortInputSchema } from "@dunmiao/domain/cohort";
import { noticeConfirmationSchema, noticeInputSchema } from "@dunmiao/domain/notice";
import { unitInputSchema } from "@dunmiao/domain/unit";
import { headlineForm } from "../award/form.ts";
import { rangeQuery } from "../calendar/form.ts";
import { nextCohortForm } from "../cohort/form.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
import { confirmationForm } from "../import/form.ts";
import { templateQuery } from "../import/query.ts";
import { proposalsBody } from "../matching/form.ts";
import { notificationsQuery } from "../notification/form.ts";
import {
  correctionDecisionForm,
  correctionWithdrawalForm,
  mergeForm,
  officerCorrectionForm,
  officerForm,
} from "../officer/form.ts";
import { assessmentsQuerySchema, timelineQuerySchema } from "../overview/query.ts";
import { draftBody, publishForm } from "../scheme/draftForm.ts";
import { previewQuery, versionQuery } from "../scheme/query.ts";
import { cancellationForm, correctionForm, resultForm, spotCheckForm } from "../spotCheck/form.ts";
import { batchForm } from "../todo/batchForm.ts";
import { get, type Operation, post } from "./operation.ts";
import { secondmentOperations } from "./secondmentOperations.ts";

/** Every route of the app: a test holds the list against it. */
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
  get("/officers/:serviceNumber/merge", "Form of a merge into another number"),
  post(
    "/officers/:serviceNumber/merge",
    "Merge a number into another one of the same person; waits for another person where either has a secondment",
    mergeForm,
  ),
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
  get(
    "/cohorts/:id/list.xlsx",
    "The people of a cohort in the shape of the template, to be changed and imported again",
  ),
  get("/cohorts/:id/imports/new", "Form that uploads a file"),
  get("/cohorts/:id/imports", "Imports of a cohort"),
  { method: "POST", path: "/cohorts/:id/imports", summary: "Check a file as a dry run", upload: true },
  get("/imports/:id", "An import: problems by row, progress, refused rows"),
  get("/imports/:id/problems.csv", "Problems of an import as CSV"),
  post("/imports/:id/confirm", "Let the workflow import the good rows and those decided", confirmationForm),
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
  get("/permissions", "Who may do what: every act, and for each role to whose files"),
  get("/notifications", "What the workflow told one's role and unit, newest first", notificationsQuery),
  get("/kept", "Forms that one sent after the session had ended, kept for an hour"),
  post("/kept/:id/send", "Send a kept form on to where it was for, once"),
  post("/kept/:id/discard", "Throw a kept form away"),
  get("/schemes/:id/draft", "The draft of the next version of a scheme"),
  post("/schemes/:id/draft", "Save settings in the draft, which starts with the first of them", draftBody),
  get("/schemes/:id/draft/preview", "Dates and load that the draft would mean for a cohort", previewQuery),
  post("/schemes/:id/draft/publish", "Publish the draft as the second person", publishForm),
  get("/cohorts/:id/workbook.xlsx", "A cohort as .xlsx: people, absences, checkpoints, districts"),
  get("/cohorts/:id/timeline", "Terms, absences and checkpoints of a cohort", timelineQuerySchema),
  get("/cohorts/:id/assessments", "Forms, coverage and grades of a cohort", assessmentsQuerySchema),
  get("/assessments", "The same of the newest cohort", assessmentsQuerySchema),
  get("/cohorts/:id/awards", "The award table of a cohort"),
  post("/cohorts/:id/awards/headline", "Set the published award figure", headlineForm),
  get("/cohorts/:id/next", "Form of the cohort after one, and the posts that it takes over"),
  post("/cohorts/:id/next", "Clone the next cohort with its posts", nextCohortForm),
  ...secondmentOperations,
  get("/pairs/proposals", "Form that asks who could be paired with whom"),
  post(
    "/pairs/proposals",
    "Who could be paired with whom: the most pairs at the least cost, each with what speaks against it; writes nothing",
    proposalsBody,
  ),
];
