import type * as z from "zod";
import { noticeForm, rangeQuery } from "../calendar/form.ts";
import { batchForm } from "../task/form.ts";

/** What the API's description says of a route beside its permission; a test holds the list against the app. */
export type Operation = {
  method: "GET" | "POST";
  /** As the app registers it: `/secondments/:id`. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  upload?: true;
};

export const operations: readonly Operation[] = [
  { method: "GET", path: "/healthz", summary: "Ready once engine, stream and workflows serve" },
  { method: "GET", path: "/openapi.json", summary: "This description" },
  { method: "GET", path: "/", summary: "Start page: the to-do list" },
  { method: "GET", path: "/tasks", summary: "To-do list" },
  {
    method: "POST",
    path: "/tasks/batch",
    summary: "Several warnings seen, or several report-ins confirmed",
    body: batchForm,
  },
  { method: "POST", path: "/flags/:kind/:id/handled", summary: "Take failed work off the list" },
  { method: "GET", path: "/schemes", summary: "Schemes" },
  { method: "GET", path: "/schemes/:id", summary: "One scheme, every setting" },
  { method: "GET", path: "/working-days", summary: "Working days of a range, day by day", query: rangeQuery },
  { method: "GET", path: "/calendar", summary: "The calendar in force" },
  { method: "GET", path: "/calendar/notices", summary: "Loaded notices" },
  { method: "GET", path: "/calendar/notices/new", summary: "Form that loads a notice" },
  { method: "GET", path: "/calendar/notices/:id", summary: "One notice with its differences" },
  { method: "POST", path: "/calendar/notices", summary: "Load a notice as a dry run", body: noticeForm },
  { method: "POST", path: "/calendar/notices/:id/confirm", summary: "Put a notice in force and recount" },
];
