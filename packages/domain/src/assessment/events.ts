import * as z from "zod";
import { assessmentStates, filers, formKinds, grades } from "../assessment.ts";
import { calendarDateSchema } from "../calendarDate.ts";

const checkpoint = z.string();
const form = {
  checkpoint,
  assessmentId: z.string(),
  form: z.enum(formKinds),
  by: z.enum(filers),
  state: z.enum(assessmentStates),
};
const filed = z.strictObject({
  ...form,
  grade: z.enum(grades).optional(),
  /** Attendance only: working days of the month that counted, halves as 0.5. */
  countedDays: z.number().optional(),
  /** SHA-256 of the words beside the record. */
  textHash: z.string().optional(),
  /** Whether it was the last form that its checkpoint waited for. */
  isClosed: z.boolean(),
});

/** What may happen to checkpoints and forms of a secondment, each with what its event says. */
export const assessmentEvents = {
  "attendance.confirmed": filed,
  "checkpoint.escalated": z.strictObject({ checkpoint, escalation: z.enum(["branch", "bureau"]) }),
  "checkpoint.late": z.strictObject({ checkpoint, state: z.literal("late") }),
  "checkpoint.missed": z.strictObject({ checkpoint, state: z.literal("missed") }),
  "checkpoint.opened": z.strictObject({ checkpoint, state: z.literal("open") }),
  "checkpoint.reminded": z.strictObject({
    checkpoint,
    /** How many reminders are behind it; the day of the one that was sent, and of those that nobody sent. */
    reminded: z.int(),
    sent: calendarDateSchema.optional(),
    skipped: z.array(calendarDateSchema).optional(),
  }),
  "form.accepted": z.strictObject(form),
  "form.drafted": z.strictObject(form),
  "form.returned": z.strictObject({ ...form, reason: z.string() }),
  "form.submitted": filed,
  "showcase.recorded": filed,
} as const;
