import { mostAlike, officerInputSchema, serviceNumberInputSchema } from "@dunmiao/domain/officer";
import { correctionInputSchema } from "@dunmiao/domain/officer/correctOfficer";
import { countsSeenSchema } from "@dunmiao/domain/officer/countMoves";
import { mergeInputSchema } from "@dunmiao/domain/officer/mergeOfficer";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { cursorSchema } from "../cursor.ts";

const numbers = z.array(serviceNumberInputSchema).max(mostAlike);
/** Numbers as JSON lists them, or as the tick of a form carries them. */
const formNumbers = z.union([
  numbers,
  z
    .string()
    .max(21 * mostAlike)
    .transform((value) => value.split("、"))
    .pipe(numbers),
]);

/** A person to put on file, and the numbers of those alike that were seen and are other people's. */
export const officerForm = officerInputSchema.extend({ anotherPerson: formNumbers.optional() });
/** Body of a correction of an officer's facts; `seen` is the version of the officer that was looked at. */
export const officerCorrectionForm = correctionInputSchema.extend({
  seen: formNumber,
  anotherPerson: formNumbers.optional(),
});
/** Body of a merge into another number. */
export const mergeForm = mergeInputSchema.extend({ seen: formNumber });
/** Body of a decision on one; a rejection needs its reason. */
export const correctionDecisionForm = z.object({
  decision: z.enum(["approve", "reject"]),
  reason: z.string().trim().min(1).max(500).optional(),
  countsSeen: countsSeenSchema.optional(),
});
export const correctionWithdrawalForm = z.object({});

/** Query of the list: a unit, without one all of them in pages; `q` leads to the person of that number. */
export const officersQuery = z.object({ q: z.string(), unit: z.string(), cursor: cursorSchema }).partial();
