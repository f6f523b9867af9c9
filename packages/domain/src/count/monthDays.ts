import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";

const rangeSchema = z.object({
  from: calendarDateSchema,
  to: calendarDateSchema,
  fromHalf: z.literal("pm").optional(),
  toHalf: z.literal("am").optional(),
});
/** Days with their halves; days off between the first and the last are no part of it. */
export type DayRange = z.infer<typeof rangeSchema>;

/** What the ledger says of one month to whoever confirms it: working days, halves as 0.5, and which ones. */
export const monthDaysSchema = z.object({
  countedDays: z.number(),
  counted: z.array(rangeSchema),
  /** What would count besides if everything that waits were approved. */
  pendingDays: z.number(),
  pending: z.array(rangeSchema),
  /** Working days of absences whose class does not count. */
  otherDays: z.number(),
  /** Absences in the month that somebody still has to decide on: it cannot be confirmed before. */
  undecided: z.number(),
});
export type MonthDays = z.infer<typeof monthDaysSchema>;
