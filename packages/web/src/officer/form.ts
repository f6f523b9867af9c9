import { correctionInputSchema } from "@dunmiao/domain/correctOfficer";
import * as z from "zod";
import { formNumber } from "../body.ts";

/** Body of a correction of an officer's facts; `seen` is the version of the officer that was looked at. */
export const officerCorrectionForm = correctionInputSchema.extend({ seen: formNumber });
/** Body of a decision on one; a rejection needs its reason. */
export const correctionDecisionForm = z.object({
  decision: z.enum(["approve", "reject"]),
  reason: z.string().trim().min(1).max(500).optional(),
});
export const correctionWithdrawalForm = z.object({});
