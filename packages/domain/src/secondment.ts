import * as z from "zod";
import { absenceSchema } from "./absence.ts";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema, earlierOf } from "./calendarDate.ts";
import { officerSnapshotSchema } from "./officer.ts";
import { unitSnapshotSchema } from "./unit.ts";

/** planned → serving ⇄ under-review → awaiting-ruling → recognised | not-recognised; also withdrawn, ended-early. */
export const secondmentStatuses = [
  "planned",
  "serving",
  "under-review",
  "awaiting-ruling",
  "recognised",
  "not-recognised",
  "withdrawn",
  "ended-early",
] as const;
export type SecondmentStatus = (typeof secondmentStatuses)[number];

export const checkpointSchema = z.object({
  key: z.enum(["report-in"]),
  opensOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  state: z.enum(["planned", "open", "late", "done"]),
  doneOn: calendarDateSchema.optional(),
  escalation: z.enum(["none", "branch", "bureau"]),
  reminders: z.array(z.object({ on: calendarDateSchema, state: z.enum(["planned", "sent", "skipped"]) })),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

const warningSchema = z.object({
  levelDays: z.number(),
  reachedOn: calendarDateSchema,
  countedDays: z.number(),
  state: z.enum(["shown", "passed", "acknowledged"]),
  acknowledgedBy: signatureSchema.optional(),
});

const reviewSchema = z.object({
  openedOn: calendarDateSchema,
  countedDays: z.number(),
  absenceId: z.string().optional(),
  closedOn: calendarDateSchema.optional(),
  closedBecause: z.string().max(500).optional(),
});

/** One officer, from a sending unit, at a host station, in a post, for one term: one item, one version, one chain. */
export const secondmentSchema = z.object({
  id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  cohortId: z.string(),
  schemeId: z.string(),
  schemeVersion: z.int().positive(),
  officer: officerSnapshotSchema,
  sending: unitSnapshotSchema,
  hostBranch: unitSnapshotSchema,
  hostStation: unitSnapshotSchema,
  post: z.string().trim().min(1).max(40),
  /** Nominal first and last day; under `termStartsOn: report-in` report-in moves both. */
  term: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  /** The nominal first day, where report-in moved the term away from it. */
  nominalFrom: calendarDateSchema.optional(),
  reportedInOn: calendarDateSchema.optional(),
  /** The real last day, when it came earlier than the nominal one. */
  endedOn: calendarDateSchema.optional(),
  status: z.enum(secondmentStatuses),
  absences: z.array(absenceSchema),
  checkpoints: z.array(checkpointSchema),
  warnings: z.array(warningSchema),
  reviews: z.array(reviewSchema),
  /** The last recount under a newer calendar that changed this record. */
  recounted: z
    .object({
      on: calendarDateSchema,
      /** The record version that the recount made. */
      version: z.int().positive(),
      calendarVersion: z.int(),
      noticeId: z.string(),
      countedDaysBefore: z.number(),
    })
    .optional(),
});
export type Secondment = z.infer<typeof secondmentSchema>;

/** Last day that counts: the real last day when the term ended early, else the nominal one. */
export function lastDayServed(subject: Pick<Secondment, "term" | "endedOn">): string {
  return earlierOf(subject.endedOn ?? subject.term.to, subject.term.to);
}

/** Facts may change until the year is ruled or the secondment is withdrawn. */
export function isOpenToFacts(secondment: Pick<Secondment, "status">): boolean {
  return ["planned", "serving", "under-review", "awaiting-ruling"].includes(secondment.status);
}
