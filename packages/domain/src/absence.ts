import * as z from "zod";
import { absenceClasses, isOrdered } from "./absenceClass.ts";
import { type Signature, signatureSchema } from "./actor.ts";
import { calendarDateSchema, naturalDays } from "./calendarDate.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";

const longestRangeDays = 732;

export const evidenceSchema = z.object({
  number: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(120),
  date: calendarDateSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Facts of an absence that are written in words, in the order of its form, and how many lines their boxes have. */
export const absenceTexts = [
  { name: "cause", lines: 1 },
  { name: "contact", lines: 1 },
  { name: "note", lines: 3 },
] as const;

/** Dates and class of an absence. `fromHalf: pm` starts at noon, `toHalf: am` ends at noon. */
const factsSchema = z.object({
  class: z.enum(absenceClasses),
  from: calendarDateSchema,
  to: calendarDateSchema,
  fromHalf: z.literal("pm").optional(),
  toHalf: z.literal("am").optional(),
  orderedBy: z.enum(["host", "bureau", "sending"]).optional(),
  cause: z.string().trim().max(200).optional(),
  /** How and where the officer is reached meanwhile. */
  contact: z.string().trim().max(100).optional(),
  note: z.string().trim().max(500).optional(),
  evidence: evidenceSchema.optional(),
});
export type AbsenceFacts = z.infer<typeof factsSchema>;
/** Body of a new absence and of its preview. */
export const absenceInputSchema = factsSchema;
export const absenceFactsShape = factsSchema.shape;

/** What an absence is, without what became of it. */
export function factsOfAbsence(absence: Absence): AbsenceFacts {
  return factsSchema.parse(absence);
}

export const absenceStates = [
  "requested",
  "approved",
  "rejected",
  "recorded",
  "confirmed",
  "dismissed",
  "void",
] as const;

const decisionSchema = z.object({
  act: z.enum([
    "approve",
    "reject",
    "confirm",
    "contest",
    "amend",
    "void",
    "propose-amend",
    "propose-void",
    "drop",
    "add-evidence",
  ]),
  by: signatureSchema,
  on: calendarDateSchema,
  /** The record version that it made: the order of decisions, also of one day. */
  version: z.int().positive(),
  reason: z.string().max(500).optional(),
  /** The count right after a decision that made the absence count. */
  countedDays: z.number().optional(),
  acceptedOverLimit: z.literal(true).optional(),
  pastDays: z.enum(["present", "finding"]).optional(),
  /** Days that it took out of the count, half days as 0.5; not kept on rows of before (`lowering.ts` says what they mean). */
  loweredDays: z.number().positive().optional(),
  /** What a proposal to amend or void rested on: it stays when the proposal is decided. */
  evidence: evidenceSchema.optional(),
});
export type AbsenceDecision = z.infer<typeof decisionSchema>;

const proposalSchema = z.object({
  act: z.enum(["amend", "void", "take-out"]),
  facts: factsSchema.optional(),
  /** The day that `take-out` takes out of the middle. */
  day: calendarDateSchema.optional(),
  evidence: evidenceSchema.optional(),
  by: signatureSchema,
  on: calendarDateSchema,
  reason: z.string().max(500),
});

/** A dated, classed, half-day exact time off post: a request (leave) or a finding. */
export const absenceSchema = z.object({
  id: z.string().regex(/^a\d{1,4}$/),
  kind: z.enum(["request", "finding"]),
  state: z.enum(absenceStates),
  /** Grows with every change of this absence: what a decision says it has seen. */
  revision: z.int().positive(),
  ...factsSchema.shape,
  recordedBy: signatureSchema,
  recordedOn: calendarDateSchema,
  /** The spot check that found it. */
  foundBy: z.string().max(40).optional(),
  /** Since when it counts, and the record version that made it count. */
  effective: z.object({ on: calendarDateSchema, version: z.int().positive() }).optional(),
  /** An objection of the officer that is not answered yet. */
  contest: z.object({ on: calendarDateSchema, reason: z.string().max(500) }).optional(),
  proposal: proposalSchema.optional(),
  decisions: z.array(decisionSchema),
});
export type Absence = z.infer<typeof absenceSchema>;

/** Approved and confirmed absences count; nothing else does. */
export function isEffective(absence: Pick<Absence, "state">): boolean {
  return absence.state === "approved" || absence.state === "confirmed";
}

/** Waiting for its first decision. */
export function isPending(absence: Pick<Absence, "state">): boolean {
  return absence.state === "requested" || absence.state === "recorded";
}

/** Anything about this absence that a person still has to decide: no ruling while one is open. */
export function isUndecided(absence: Absence): boolean {
  return isPending(absence) || absence.proposal !== undefined || absence.contest !== undefined;
}

/** All who asked for, recorded or changed it: none of them may decide on it. */
export function authorsOf(absence: Absence): Signature[] {
  const changed = absence.decisions.filter((each) => each.act === "amend" || each.act === "propose-amend");
  return [absence.recordedBy, ...changed.map((each) => each.by)];
}

/** Checks what no schema can: order of dates, halves, who ordered it. */
export function checkFacts(facts: AbsenceFacts): Outcome<AbsenceFacts> {
  if (facts.from > facts.to) return refuse("from-after-to", "to", { from: facts.from, to: facts.to });
  if (facts.from === facts.to && facts.fromHalf && facts.toHalf) return refuse("empty-range", "toHalf");
  if (naturalDays(facts.from, facts.to) > longestRangeDays)
    return refuse("range-too-long", "to", { days: longestRangeDays });
  if (isOrdered(facts.class) && facts.orderedBy === undefined)
    return refuse("ordered-by-required", "orderedBy");
  if (facts.orderedBy === "sending" && facts.class !== "recall")
    return refuse("ordered-by-sending-is-recall", "class");
  return accept(facts);
}
