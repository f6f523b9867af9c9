import * as z from "zod";
import { evidenceSchema } from "./absence.ts";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** A correction of the day of report-in: made by one person, or proposed and then decided by another. */
export const reportInCorrectionSchema = z.object({
  id: z.string().regex(/^r\d+$/),
  before: calendarDateSchema,
  on: calendarDateSchema,
  reason: z.string().max(500),
  evidence: evidenceSchema.optional(),
  by: signatureSchema,
  madeOn: calendarDateSchema,
  state: z.enum(["made", "proposed", "approved", "rejected", "withdrawn"]),
  /** Working days that it takes out of what is unreported, half days as 0.5. */
  loweredDays: z.number().nonnegative(),
  decision: z
    .object({ by: signatureSchema, on: calendarDateSchema, reason: z.string().max(500).optional() })
    .optional(),
});
export type ReportInCorrection = z.infer<typeof reportInCorrectionSchema>;

/** What one person alone may take out of the unreported days of a term, all their corrections together. */
export const loweredAloneDays = 3;

/** The correction that waits for another person; at most one does. */
export function proposedReportIn(subject: {
  readonly reportInCorrections: readonly ReportInCorrection[];
}): ReportInCorrection | undefined {
  return subject.reportInCorrections.find(({ state }) => state === "proposed");
}
