import * as z from "zod";
import { absenceSchema } from "./absence.ts";
import { signatureSchema } from "./actor.ts";
import { assessmentSchema } from "./assessment.ts";
import { awardSchema, contributionSchema } from "./award.ts";
import { calendarDateSchema, earlierOf, laterOf } from "./calendarDate.ts";
import { earlyEndSchema } from "./earlyEnd.ts";
import { extensionSchema, isOpenRequest } from "./extension.ts";
import { handOverSchema } from "./handOver.ts";
import { officerSnapshotSchema } from "./officer.ts";
import { correctedSchema } from "./officerCorrection.ts";
import { reportInCorrectionSchema } from "./reportInCorrection.ts";
import { rulingSchema, statementSchema } from "./ruling.ts";
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

export const checkpointStates = ["planned", "open", "late", "done", "missed", "dropped"] as const;
export const checkpointSchema = z.object({
  /** Key of its plan; where a plan makes several, a point and the month of the term or of the calendar. */
  key: z.string().max(40),
  opensOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  state: z.enum(checkpointStates),
  doneOn: calendarDateSchema.optional(),
  escalation: z.enum(["none", "branch", "bureau"]),
  /** How many of its reminders, in order, are behind it: sent or passed. */
  reminded: z.int().nonnegative(),
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
  /** What the record was made under. */
  officer: officerSnapshotSchema,
  /** What of it was corrected since, oldest first; on rows of before, nothing. */
  corrected: z.array(correctedSchema).optional(),
  sending: unitSnapshotSchema,
  hostBranch: unitSnapshotSchema,
  hostStation: unitSnapshotSchema,
  post: z.string().trim().min(1).max(40),
  /** Nominal first and last day; under `termStartsOn: report-in` report-in moves both. */
  term: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  /** The nominal first day, where report-in moved the term away from it. */
  nominalFrom: calendarDateSchema.optional(),
  reportedInOn: calendarDateSchema.optional(),
  /** What was corrected of that day, or waits to be; of rows of before nothing is known. */
  reportInCorrections: z.array(reportInCorrectionSchema).default([]),
  /** The real last day, when it came earlier than the nominal one. */
  endedOn: calendarDateSchema.optional(),
  status: z.enum(secondmentStatuses),
  absences: z.array(absenceSchema),
  checkpoints: z.array(checkpointSchema),
  warnings: z.array(warningSchema),
  reviews: z.array(reviewSchema),
  /** What was filed for checkpoints; long texts are items beside the record. */
  assessments: z.array(assessmentSchema).default([]),
  /** The officer's own words before a ruling, or that they were refused. */
  statements: z.array(statementSchema).default([]),
  rulings: z.array(rulingSchema).default([]),
  /** Days by which a make-up term was longer: so many more may have been missed in all. */
  madeUpDays: z.number().nonnegative().optional(),
  earlyEnd: earlyEndSchema.optional(),
  /** The officer's request for a further term. */
  extension: extensionSchema.optional(),
  /** The record of the term before, and the days that it hands on where the scheme does not count anew. */
  continues: z
    .object({
      id: z.string(),
      carriedDays: z.number().nonnegative(),
      /** When the term before last changed what it hands on; on rows of before, never. */
      changedOn: calendarDateSchema.optional(),
    })
    .optional(),
  awards: z.array(awardSchema).default([]),
  contributions: z.array(contributionSchema).default([]),
  /** What the successor at the post must know. */
  handOver: handOverSchema.optional(),
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

/** What the officer and the post are held for: the term, and longer while a request for a further one is open. */
export function claimedUntil(subject: Pick<Secondment, "term" | "endedOn" | "extension">): string {
  const last = lastDayServed(subject);
  const { extension } = subject;
  return extension && isOpenRequest(extension) ? laterOf(last, extension.to) : last;
}

/**
 * The days (both included) for which the officer is held; undefined for one that was withdrawn and left no day that
 * counts, waits or is not reported. Nobody starts anew at 0 over days like that.
 */
export function officerHeld(
  subject: Pick<Secondment, "status" | "term" | "endedOn" | "extension" | "earlyEnd">,
): { from: string; to: string } | undefined {
  const { status, term, earlyEnd } = subject;
  const to = status === "withdrawn" ? earlyEnd?.heldUntil : claimedUntil(subject);
  return to === undefined ? undefined : { from: term.from, to };
}

/** Days that may be counted before the year is not recognised: the scheme's, plus what was made up, less what was carried on. */
export function limitDaysOf(
  subject: Pick<Secondment, "madeUpDays" | "continues">,
  scheme: { limitDays: number },
): number {
  return scheme.limitDays + (subject.madeUpDays ?? 0) - (subject.continues?.carriedDays ?? 0);
}

/** Facts may change until the year is ruled or the secondment is withdrawn. */
export function isOpenToFacts(secondment: Pick<Secondment, "status">): boolean {
  return ["planned", "serving", "under-review", "awaiting-ruling"].includes(secondment.status);
}

/**
 * The term that a ruling counts. One that a ruling itself cut short is counted to its nominal end: setting that ruling
 * aside must not make the days vanish that it was about.
 */
export function ruledTerm(secondment: Secondment): Secondment {
  const { endedOn: _, ...uncut } = secondment;
  return secondment.earlyEnd ? secondment : uncut;
}

/** The review of a secondment that is open now. */
export function openReviewOf(secondment: Pick<Secondment, "reviews">) {
  return secondment.reviews.find((each) => each.closedOn === undefined);
}
