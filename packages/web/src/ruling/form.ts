import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { rulingOutcomes } from "@dunmiao/domain/ruling";
import * as z from "zod";
import { formNumber } from "../body.ts";

const reason = z.string().trim().min(1).max(500);
const seen = formNumber.optional();

/** The officer's words, or how HR established that the officer refused to speak. */
export const statementForm = z.object({
  words: z.string().trim().min(1).max(5000).optional(),
  note: reason.optional(),
});
export const proposalForm = z.object({ outcome: z.enum(rulingOutcomes), reason });
/** Bodies of the acts on one ruling; `seen` is the revision that was looked at. */
export const answerForm = z.object({ seen, reason });
export const noticeForm = z.object({ seen, number: z.string().trim().min(1).max(60) });
export const receiptHows = ["signed", "refused-to-sign", "left-at-place"] as const;
export const serviceForm = z.object({ seen, on: calendarDateSchema, how: z.enum(receiptHows) });
export const earlyEndForm = z.object({
  on: calendarDateSchema,
  outcome: z.enum(["completed", "cancelled"]),
  reason,
  consultation: z.object({
    with: z.string().trim().min(1).max(120),
    on: calendarDateSchema,
    note: reason,
  }),
});
