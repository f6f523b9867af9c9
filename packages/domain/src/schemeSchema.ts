import * as z from "zod";
import { absenceClasses } from "./absenceClass.ts";
import { filers, formKinds } from "./assessment.ts";
import { schemaVersion } from "./schemaVersion.ts";

const nameSchema = z.object({
  "zh-CN": z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(80),
});

/** Where a checkpoint falls: from the first day of the term, from the day after its last, or in each month. */
export const scheduleSchema = z.discriminatedUnion("from", [
  z.object({
    from: z.literal("start"),
    /** Whole months after the first day; one checkpoint for each. */
    months: z.array(z.int().min(0).max(24)).min(1).max(12),
    workingDays: z.int().min(0).max(60).optional(),
  }),
  z.object({
    from: z.literal("end"),
    /** Whole months after (before, when negative) the day after the last one. */
    months: z.array(z.int().min(-24).max(12)).min(1).max(12),
    workingDays: z.int().min(0).max(60).optional(),
  }),
  /** For each calendar month that the term touches: on this day of the month after it. */
  z.object({ from: z.literal("each-month"), day: z.int().min(1).max(28) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** What closes a checkpoint: report-in and ruling by their own acts, the others by their last form. */
export const checkpointKinds = [
  "report-in",
  "attendance",
  "review",
  "self-report",
  "end",
  "ruling",
  "showcase",
] as const;

export const checkpointPlanSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
  kind: z.enum(checkpointKinds),
  name: nameSchema,
  schedule: scheduleSchema,
  /** What happens to a due date on a day off. */
  onDayOff: z.enum(["next-working-day"]),
  /** Natural days before the scheduled date on which it opens, never before the term begins. */
  opensDaysBefore: z.int().min(0).max(120),
  /** Each role files at most one form of a checkpoint. */
  forms: z.array(z.object({ form: z.enum(formKinds), by: z.enum(filers) })).max(5),
  remindDaysBefore: z.array(z.int().nonnegative().max(60)).max(6),
  escalateAfterWorkingDays: z.object({ branch: z.int().positive(), bureau: z.int().positive() }),
  /** Working days after the due date on which nothing is waited for any more; without it, for ever. */
  missedAfterWorkingDays: z.int().positive().max(120).optional(),
});
export type CheckpointPlan = z.infer<typeof checkpointPlanSchema>;

/**
 * A named, versioned set of rules; every setting is stated, none has a silent default (domain.md): what a version of an
 * older schema could not state yet holds by the table of schemeDefaults.ts.
 */
export const schemeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  /** The schema that it was written under; without it the first (`schemaVersionOf`). */
  schemaVersion: z.int().min(1).max(schemaVersion).optional(),
  name: nameSchema,
  termMonths: z.int().positive(),
  termStartsOn: z.enum(["nominal", "report-in"]),
  /** Whether each class counts. One that came later than the version is not decided by it (classRule.ts). */
  classes: z.partialRecord(z.enum(absenceClasses), z.boolean()),
  limitDays: z.number().multipleOf(0.5).positive(),
  comparison: z.enum(["more-than"]),
  window: z.enum(["term-year"]),
  granularity: z.enum(["half-day"]),
  calendar: z.enum(["cn-state-council"]),
  extensionResetsCount: z.boolean(),
  overLimitOutcome: z.enum(["ruling", "make-up-extension"]),
  warnAtDays: z.array(z.number().positive()).min(1),
  checkpoints: z.array(checkpointPlanSchema).max(20),
  /** Longest request in working days that a rung decides; the bureau decides the rest. */
  ladderDays: z.object({ station: z.number().positive(), branch: z.number().positive() }),
  extensionWindow: z.object({ opensAfterMonths: z.int().positive() }),
  /** Longest further term, in months. */
  extensionMonths: z.int().positive().max(24),
  /** Natural days after receipt of a ruling in which the officer may ask for review. */
  reviewWindowDays: z.int().positive(),
  /** Share of the grade "excellent" that is not to be exceeded in a cohort, 0–1: flagged, never changed. */
  excellentShare: z.number().min(0).max(1),
  /** Areas of duty that evidence is to cover over the year. */
  dutyAreas: z
    .array(z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/), name: nameSchema }))
    .min(1)
    .max(12),
  /** Spot checks and due assessments that one station may get in a day and in a quarter. */
  spotCheckCaps: z.object({ perStationDay: z.int().positive(), perStationQuarter: z.int().positive() }),
  /** Civil Servant Law Art. 88(5): natural days, consecutive or in one calendar year; an alarm, not the limit. */
  dismissalAlarm: z.object({ consecutiveDays: z.int().positive(), calendarYearDays: z.int().positive() }),
  /**
   * Whether a confirmed finding between two requests leaves them one chain of leave on the ladder; since schema 2.
   */
  findingBetweenRequests: z.enum(["joins", "breaks"]).optional(),
  /**
   * Who dismisses a finding, or lowers it while it waits: nobody below who recorded it (a station alone never one of an
   * inspector), or any second person; since schema 2.
   */
  findingDismissedBy: z.enum(["not-below-recorder", "any-second-person"]).optional(),
  /**
   * Whether the half days that a notice gives to groups (women, the young) are off for the officers of the group, or
   * worked like any other; since schema 2.
   */
  groupHalfDays: z.enum(["working", "off"]).optional(),
});
