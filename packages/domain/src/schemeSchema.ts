import * as z from "zod";
import { absenceClasses } from "./absenceClass.ts";

const checkpointPlanSchema = z.object({
  key: z.enum(["report-in"]),
  /** Due on the n-th working day after the start of the term. */
  dueAfterWorkingDays: z.int().nonnegative(),
  remindDaysBefore: z.array(z.int().nonnegative()),
  escalateAfterWorkingDays: z.object({ branch: z.int().positive(), bureau: z.int().positive() }),
});

/** A named, versioned set of rules; every setting is stated, none has a silent default (domain.md). */
export const schemeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  name: z.object({ "zh-CN": z.string(), en: z.string() }),
  termMonths: z.int().positive(),
  termStartsOn: z.enum(["nominal", "report-in"]),
  classes: z.record(z.enum(absenceClasses), z.boolean()),
  limitDays: z.number().multipleOf(0.5).positive(),
  comparison: z.enum(["more-than"]),
  window: z.enum(["term-year"]),
  granularity: z.enum(["half-day"]),
  calendar: z.enum(["cn-state-council"]),
  extensionResetsCount: z.boolean(),
  overLimitOutcome: z.enum(["ruling", "make-up-extension"]),
  warnAtDays: z.array(z.number().positive()).min(1),
  checkpoints: z.array(checkpointPlanSchema),
  /** Longest request in working days that a rung decides; the bureau decides the rest. */
  ladderDays: z.object({ station: z.number().positive(), branch: z.number().positive() }),
  extensionWindow: z.object({ opensAfterMonths: z.int().positive() }),
  /** Civil Servant Law Art. 88(5): natural days, consecutive or in one calendar year; an alarm, not the limit. */
  dismissalAlarm: z.object({ consecutiveDays: z.int().positive(), calendarYearDays: z.int().positive() }),
});
