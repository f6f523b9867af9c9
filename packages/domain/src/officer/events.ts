import * as z from "zod";
import { evidenceSchema } from "../absence.ts";
import { officerSchema } from "../officer.ts";
import { countMoveSchema, factChangeSchema } from "../officerCorrection.ts";

const said = {
  correctionId: z.string(),
  changes: z.array(factChangeSchema),
  evidence: evidenceSchema,
  /** The number that stays, where this one is a duplicate of it. */
  into: z.string().optional(),
  /** Numbers of those from whom the person was told apart. */
  anotherPersonThan: z.string().optional(),
  /** What it makes of counts; of a secondment's own event, of its own count. */
  counts: z.array(countMoveSchema).optional(),
};
const proposed = z.strictObject(said);
const inEffect = z.strictObject({
  ...said,
  /** On a secondment only: the term before hands on other days since, as in `term.carried-days-changed`. */
  from: z.string().optional(),
  carriedDaysBefore: z.number().optional(),
  carriedDays: z.number().optional(),
});
const closed = z.strictObject({
  correctionId: z.string(),
  into: z.string().optional(),
  reason: z.string().optional(),
});
const { kind, homeUnit } = officerSchema.shape;
const onFile = z.strictObject({ kind, homeUnit, anotherPersonThan: z.string().optional() });

/** What takes effect on the officer's record and on every secondment that shows it. */
export const correctionEvents = { "officer.corrected": inEffect, "officer.merged": inEffect } as const;

/** What may happen to an officer on file, each with what its event says. */
export const officerEvents = {
  ...correctionEvents,
  "officer.correction-proposed": proposed,
  "officer.correction-rejected": closed,
  "officer.correction-withdrawn": closed,
  "officer.created": onFile,
  "officer.merge-proposed": proposed,
  "officer.merge-rejected": closed,
  "officer.merge-withdrawn": closed,
  "officer.number-joined": z.strictObject({ number: z.string(), evidence: evidenceSchema }),
  "officer.request-answered": z.strictObject({
    requestId: z.string(),
    answer: z.enum(["accepted", "refused"]),
    reason: z.string(),
  }),
  "officer.request-made": z.strictObject({ requestId: z.string() }),
  "officer.updated": onFile,
} as const;
