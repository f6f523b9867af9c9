import { evidenceSchema } from "@dunmiao/domain/absence";
import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import * as z from "zod";

/** Working days as a form sends them, half days as 0.5. */
const days = z.union([
  z.number().nonnegative().max(400).multipleOf(0.5),
  z
    .string()
    .regex(/^\d{1,3}(\.5)?$/)
    .transform(Number),
]);

/** Body of report-in: the day on which the officer arrived, and the working days that it knowingly leaves unreported. */
export const reportInForm = z.object({ on: calendarDateSchema, lateDays: days.optional() });
const reason = z.string().trim().min(1).max(500);
/** Evidence is asked for where another person has to approve the correction. */
export const reportInCorrection = reportInForm.extend({ reason, evidence: evidenceSchema.optional() });
/** Bodies of the decisions on a correction that waits. */
export const correctionApproval = z.object({ reason: reason.optional() });
export const correctionRejection = z.object({ reason });
/** Acknowledging a warning says nothing more. */
export const acknowledgement = z.object({});
