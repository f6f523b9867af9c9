import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import * as z from "zod";

/** Body of report-in: the day on which the officer arrived. */
export const reportInForm = z.object({ on: calendarDateSchema });
export const reportInCorrection = reportInForm.extend({ reason: z.string().trim().min(1).max(500) });
/** Acknowledging a warning says nothing more. */
export const acknowledgement = z.object({});
