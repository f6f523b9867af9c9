import * as z from "zod";
import type { Scheme } from "./scheme.ts";
import type { WorkCalendar } from "./workCalendar.ts";

export const todoKinds = [
  "report-in",
  "approve-request",
  "confirm-finding",
  "answer-contest",
  "approve-proposal",
  "warning",
  "review",
  "class-not-reported",
  "dismissal-alarm",
  "rule",
  "file-form",
  "chase-form",
  "reconfirm-month",
  "accept-form",
  "give-statement",
  "approve-ruling",
  "serve-notice",
  "answer-review",
  "calendar-differs",
  "host-opinion",
  "sending-opinion",
  "decide-extension",
  "hand-over",
  "verify-contribution",
  "decide-contribution",
] as const;
export const todoOwners = ["station", "branch", "approver", "hr", "officer", "sending"] as const;

/** What, whose, since when, due when, and what it is about (an absence, checkpoint, form or contribution id, or a warning level). */
export const todoSchema = z.tuple([
  z.enum(todoKinds),
  z.enum(todoOwners),
  z.string(),
  z.string(),
  z.string(),
]);
export type Todo = z.infer<typeof todoSchema>;

/** What to-dos are worked out by. */
export type TodoRules = { scheme: Scheme; calendar: WorkCalendar };
/** Working days within which somebody decides on what waits for them. */
export const decideWithinWorkingDays = 3;
