import { cohortInputSchema } from "@dunmiao/domain/cohort";
import { noticeInputSchema } from "@dunmiao/domain/notice";
import { officerInputSchema } from "@dunmiao/domain/officer";
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
import { rangeQuery } from "../calendar/form.ts";
import { eventsQuerySchema, reportInCorrection, reportInForm } from "../secondment/form.ts";
import { listQuerySchema } from "../secondment/listQuery.ts";
import { batchForm } from "../task/form.ts";

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

export const operations: readonly Operation[] = [
  get("/healthz", "Ready once engine, stream and workflows serve"),
  get("/openapi.json", "This description"),
  get("/", "Start page: the to-do list"),
  get("/tasks", "To-do list"),
  post("/tasks/batch", "Several warnings seen, or several report-ins confirmed", batchForm),
  post("/flags/:kind/:id/handled", "Take failed work off the list"),
  get("/schemes", "Schemes"),
  get("/schemes/:id", "One scheme, every setting"),
  get("/working-days", "Working days of a range, day by day", rangeQuery),
  get("/calendar", "The calendar in force"),
  get("/calendar/notices", "Loaded notices"),
  get("/calendar/notices/new", "Form that loads a notice"),
  get("/calendar/notices/:id", "One notice with its differences"),
  post("/calendar/notices", "Load a notice as a dry run", noticeInputSchema),
  post("/calendar/notices/:id/confirm", "Put a notice in force and recount"),
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
  post("/officers", "Create or update an officer", officerInputSchema),
  get("/officers/:serviceNumber", "An officer and their secondments"),
  get("/imports/template.xlsx", "Import template with drop-downs, units and instructions"),
  get("/imports/template.csv", "Import template as CSV"),
  get("/cohorts/:id/imports/new", "Form that uploads a file"),
  get("/cohorts/:id/imports", "Imports of a cohort"),
  { method: "POST", path: "/cohorts/:id/imports", summary: "Check a file as a dry run", upload: true },
  get("/imports/:id", "An import: problems by row, progress, refused rows"),
  get("/imports/:id/problems.csv", "Problems of an import as CSV"),
  post("/imports/:id/confirm", "Let the workflow import the good rows"),
  get("/secondments", "Secondments of one cohort, host or sending unit", listQuerySchema),
  get("/secondments.csv", "The same list as CSV", listQuerySchema),
  get("/secondments/:id", "A secondment with its count"),
  get("/secondments/:id/days", "Every day of the term and why it counts or not"),
  get("/secondments/:id/print", "The case for printing"),
  get("/secondments/:id/events", "The trail, oldest first", eventsQuerySchema),
  get("/secondments/:id/report-in", "Form that confirms report-in"),
  post("/secondments/:id/report-in", "Confirm report-in", reportInForm),
  post("/secondments/:id/report-in/correct", "Correct the day of report-in", reportInCorrection),
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
];
