import * as z from "zod";
import { evidenceSchema } from "../absence.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { earlyEndSchema } from "../earlyEnd.ts";
import { secondmentSchema, secondmentStatuses } from "../secondment.ts";

const { term, post } = secondmentSchema.shape;
const { outcome, consultation, heldUntil } = earlyEndSchema.shape;
const on = calendarDateSchema;
const reason = z.string();
const days = z.number();
const status = z.enum(secondmentStatuses);

const heard = { agrees: z.boolean(), reason };
const ended = z.strictObject({ on, outcome, reason, consultation });
/** The day of report-in, the one before it, and what the correction takes out of the unreported days. */
const correction = { correctionId: z.string(), on, before: on };
const corrected = { ...correction, evidence: evidenceSchema.optional(), loweredDays: days };
const dropped = z.strictObject({ ...correction, reason: reason.optional() });
/** Where the term moved, and working days that stay unreported (none where absent), as whoever confirmed them knew. */
const moved = { term: term.optional(), lateDays: days.optional() };

/** What may happen to a term, its report-in, its end and what follows it, each with what its event says. */
export const termEvents = {
  "extension.granted": z.strictObject({ ...heard, from: on, to: on, continuedBy: z.string() }),
  "extension.host-heard": z.strictObject(heard),
  "extension.refused": z.strictObject(heard),
  "extension.requested": z.strictObject({ from: on, to: on, months: z.int(), reason }),
  "extension.sending-heard": z.strictObject(heard),
  "extension.withdrawn": z.strictObject({ reason: reason.optional() }),
  "hand-over.received": z.strictObject({ revision: z.int() }),
  "hand-over.written": z.strictObject({
    revision: z.int(),
    hash: z.string(),
    sections: z.array(z.string()),
  }),
  /** Day and status are not told on some rows of before: the record says them. */
  "report-in.confirmed": z.strictObject({ on: on.optional(), status: status.optional(), ...moved }),
  "report-in.corrected": z.strictObject({ ...corrected, ...moved, reason: reason.optional() }),
  "report-in.correction-proposed": z.strictObject({ ...corrected, reason }),
  "report-in.correction-rejected": dropped,
  "report-in.correction-withdrawn": dropped,
  "secondment.continued": z.strictObject({
    term,
    continues: z.string(),
    /** Absences that reach over from the term before; absent where none does. */
    absenceIds: z.array(z.string()).optional(),
  }),
  "secondment.planned": z.strictObject({ term, hostStation: z.string(), post }),
  "secondment.withdrawn": z.strictObject({ ...ended.shape, heldUntil }),
  "term.cancelled": ended,
  "term.carried-days-changed": z.strictObject({
    /** The secondment before. */
    from: z.string(),
    carriedDaysBefore: days,
    carriedDays: days,
  }),
  "term.completed": z.strictObject({ on, status: z.literal("awaiting-ruling") }),
  "term.completed-early": ended,
} as const;
