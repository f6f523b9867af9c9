import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

const saidSchema = z.object({
  by: signatureSchema,
  on: calendarDateSchema,
  reason: z.string().min(1).max(500),
});

/** The officer's statement before a ruling, or their recorded refusal to make one; the words are beside the record. */
export const statementSchema = z.object({
  id: z.string().regex(/^s\d{1,3}$/),
  kind: z.enum(["given", "refused"]),
  on: calendarDateSchema,
  by: signatureSchema,
  hash: z.string().optional(),
  /** How a refusal was established. */
  note: z.string().max(500).optional(),
});
export type Statement = z.infer<typeof statementSchema>;

export const rulingOutcomes = ["recognised", "not-recognised", "make-up"] as const;

/** proposed → in-force | rejected; in-force → upheld | reopened after the officer asked for review. */
export const rulingSchema = z.object({
  id: z.string().regex(/^r\d{1,3}$/),
  outcome: z.enum(rulingOutcomes),
  state: z.enum(["proposed", "rejected", "in-force", "upheld", "reopened"]),
  revision: z.int().positive(),
  proposed: saidSchema,
  decided: saidSchema.optional(),
  /** The count that the decision stood on, the calendar that it was made under, the statement that was heard. */
  countedDays: z.number(),
  limitDays: z.number(),
  calendarVersion: z.int().nonnegative(),
  statementId: z.string().optional(),
  /** First and last day by which a make-up ruling lengthens the term. */
  makeUp: z
    .object({ days: z.number().positive(), from: calendarDateSchema, to: calendarDateSchema })
    .optional(),
  notice: z
    .object({ number: z.string().min(1).max(60), issuedOn: calendarDateSchema, by: signatureSchema })
    .optional(),
  receipt: z
    .object({
      on: calendarDateSchema,
      how: z.enum(["signed", "refused-to-sign", "left-at-place"]),
      by: signatureSchema,
      /** Last day on which the officer may ask for review. */
      reviewUntil: calendarDateSchema,
    })
    .optional(),
  reviewRequest: saidSchema.optional(),
  reviewAnswer: saidSchema.optional(),
  /** The count under the calendar in force when a review upheld it; on rows of before, the count that was ruled on. */
  upheldAtDays: z.number().optional(),
  /** Reviews that were answered before the last one; on rows of before, none. */
  earlierReviews: z.array(z.object({ request: saidSchema, answer: saidSchema })).optional(),
});
export type Ruling = z.infer<typeof rulingSchema>;
