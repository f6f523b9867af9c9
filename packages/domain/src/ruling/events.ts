import * as z from "zod";
import { rulingSchema, statementSchema } from "../ruling.ts";
import { secondmentSchema, secondmentStatuses } from "../secondment.ts";

const { outcome, state, countedDays, limitDays } = rulingSchema.shape;
const { on, how, reviewUntil } = rulingSchema.shape.receipt.unwrap().shape;
const { number } = rulingSchema.shape.notice.unwrap().shape;
const reason = z.string();
/** Which ruling, how it and the secondment stand after the act. */
const about = { rulingId: z.string(), outcome, state, status: z.enum(secondmentStatuses) };
const reasoned = z.strictObject({ ...about, reason });

/** What may happen to statements and rulings of a secondment, each with what its event says. */
export const rulingEvents = {
  "ruling.approved": z.strictObject({
    ...about,
    countedDays,
    limitDays,
    reason,
    /** The longer term, where it is a make-up ruling. */
    term: secondmentSchema.shape.term.optional(),
  }),
  "ruling.notice-issued": z.strictObject({ ...about, number }),
  "ruling.proposed": z.strictObject({ rulingId: z.string(), outcome, countedDays, limitDays, reason }),
  "ruling.rejected": reasoned,
  "ruling.reopened": reasoned,
  "ruling.review-requested": reasoned,
  "ruling.served": z.strictObject({ ...about, on, how, reviewUntil }),
  "ruling.upheld": reasoned,
  "statement.given": z.strictObject({ statementId: z.string(), hash: statementSchema.shape.hash.unwrap() }),
  "statement.refused": z.strictObject({ statementId: z.string(), reason }),
} as const;
