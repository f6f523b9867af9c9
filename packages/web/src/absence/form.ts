import { absenceFactsShape, absenceInputSchema, evidenceSchema } from "@dunmiao/domain/absence";
import * as z from "zod";
import { formNumber, formTick } from "../body.ts";

const reason = z.string().trim().min(1).max(500);
const seen = formNumber.optional();

/** Body of a new absence and of its preview. */
export const absenceForm = absenceInputSchema;
/** Bodies of the decisions; `seen` is the revision of the absence that was looked at. */
export const approvalForm = z.object({ seen, reason: reason.optional(), overLimit: formTick.optional() });
export const rejectionForm = z.object({ seen, reason, pastDays: z.enum(["present", "finding"]).optional() });
export const contestForm = z.object({ seen, reason });
export const voidForm = z.object({ seen, reason, evidence: evidenceSchema.optional() });
export const dayOutForm = z.object({
  seen,
  reason,
  day: absenceFactsShape.from,
  evidence: evidenceSchema.optional(),
});
export const amendmentForm = z
  .object(absenceFactsShape)
  .partial()
  .extend({ seen, reason, overLimit: formTick.optional() });
