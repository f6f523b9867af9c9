import { cohortInputSchema } from "@dunmiao/domain/cohort";
import { noticeConfirmationSchema, noticeInputSchema } from "@dunmiao/domain/notice";
import { unitInputSchema } from "@dunmiao/domain/unit";
import { headlineForm } from "../award/form.ts";
import { nextCohortForm } from "../cohort/form.ts";
import { confirmationForm } from "../import/form.ts";
import {
  correctionDecisionForm,
  correctionWithdrawalForm,
  mergeForm,
  officerCorrectionForm,
  officerForm,
} from "../officer/form.ts";
import { draftBody, publishForm } from "../scheme/draftForm.ts";
import { cancellationForm, correctionForm, resultForm, spotCheckForm } from "../spotCheck/form.ts";
import { type Operation, post } from "./operation.ts";

/** Every route of the app: a test holds the list against it. */
export const operations: readonly Operation[] = [
  post("/calendar/notices", "Load a notice as a dry run", noticeInputSchema),
  post("/calendar/notices/:id/confirm", "Put a notice in force and recount", noticeConfirmationSchema),
  post("/cohorts", "Create a cohort", cohortInputSchema),
  post("/units", "Create or update a unit", unitInputSchema),
  post("/officers", "Create or update an officer", officerForm),
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
  post("/imports/:id/confirm", "Let the workflow import the good rows and those decided", confirmationForm),
  post("/spot-checks", "Commit list and seed of a draw", spotCheckForm),
  post("/spot-checks/:id/reveal", "Reveal the seed and draw"),
  post("/spot-checks/:id/cancel", "Cancel a spot check before its reveal", cancellationForm),
  post("/spot-checks/:id/results/:secondmentId", "Record what was found", resultForm),
  post("/spot-checks/:id/results/:secondmentId/correct", "Correct a result", correctionForm),
  post("/schemes/:id/draft", "Save settings in the draft, which starts with the first of them", draftBody),
  post("/schemes/:id/draft/publish", "Publish the draft as the second person", publishForm),
  post("/cohorts/:id/awards/headline", "Set the published award figure", headlineForm),
  post("/cohorts/:id/next", "Clone the next cohort with its posts", nextCohortForm),
];
