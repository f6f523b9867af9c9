import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";

const code = z.string().trim().min(1).max(100);

/**
 * What an audit export holds: everything that the asker may see, or the files of one cohort, unit (with the units below
 * it), officer, or those that were changed on days of a period (both inclusive).
 */
export const exportScopeSchema = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("all") }),
  z.strictObject({ of: z.literal("cohort"), cohortId: code }),
  z.strictObject({ of: z.literal("unit"), unit: code }),
  z.strictObject({ of: z.literal("officer"), serviceNumber: code }),
  z.strictObject({ of: z.literal("period"), from: calendarDateSchema, to: calendarDateSchema }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;
