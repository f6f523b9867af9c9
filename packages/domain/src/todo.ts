import * as z from "zod";
import { monthDaysSchema } from "./count/monthDays.ts";
import type { Scheme } from "./scheme.ts";
import type { WorkCalendar } from "./workCalendar.ts";

export const todoKinds = [
  "report-in",
  "approve-request",
  "confirm-finding",
  "answer-contest",
  "approve-proposal",
  "approve-report-in",
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

/** Of a form to file: the month that it confirms, or that it was in and is sent back. Rows of before hold none of it. */
const noteSchema = z.object({ month: monthDaysSchema.optional(), isReturned: z.literal(true).optional() });
export type TodoNote = z.infer<typeof noteSchema>;

/** What, whose, since when, due when, what it is about (an absence, checkpoint, form or contribution id, or a warning level), and what to know of it. */
export const todoSchema = z.tuple([
  z.enum(todoKinds),
  z.enum(todoOwners),
  z.string(),
  z.string(),
  z.string(),
  noteSchema.optional(),
]);
export type Todo = z.infer<typeof todoSchema>;

/** What to-dos are worked out by. */
export type TodoRules = { scheme: Scheme; calendar: WorkCalendar };
/** Working days within which somebody decides on what waits for them. */
export const decideWithinWorkingDays = 3;
