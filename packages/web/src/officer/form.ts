import { correctionInputSchema } from "@dunmiao/domain/correctOfficer";
import { mergeInputSchema } from "@dunmiao/domain/mergeOfficer";
import { officerInputSchema } from "@dunmiao/domain/officer";
import * as z from "zod";
import { formNumber, formTick } from "../body.ts";

/** A person to put on file; the tick says that the person is none of those known with nearly the same number or facts. */
export const officerForm = officerInputSchema.extend({ anotherPerson: formTick.optional() });
/** Body of a correction of an officer's facts; `seen` is the version of the officer that was looked at. */
export const officerCorrectionForm = correctionInputSchema.extend({ seen: formNumber });
/** Body of a merge into another number. */
export const mergeForm = mergeInputSchema.extend({ seen: formNumber });
/** Body of a decision on one; a rejection needs its reason. */
export const correctionDecisionForm = z.object({
  decision: z.enum(["approve", "reject"]),
  reason: z.string().trim().min(1).max(500).optional(),
});
export const correctionWithdrawalForm = z.object({});
