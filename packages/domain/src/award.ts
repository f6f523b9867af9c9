import * as z from "zod";
import { evidenceSchema } from "./absence.ts";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** 一等功, 二等功, 三等功, 嘉奖 and anything else, highest first. */
export const awardLevels = [
  "first-class-merit",
  "second-class-merit",
  "third-class-merit",
  "commendation",
  "other",
] as const;
export const contributionKinds = ["proposal", "tool", "case", "mediation", "training", "other"] as const;
export const adoptionStates = ["reported", "verified", "adopted", "not-adopted"] as const;

const madeBySchema = z.object({ by: signatureSchema, on: calendarDateSchema });

/** A reward that came out of a secondment; one entered in error is revoked, never removed. */
export const awardSchema = z.object({
  id: z.string().regex(/^w\d{1,3}$/),
  level: z.enum(awardLevels),
  date: calendarDateSchema,
  documentNumber: z.string().trim().min(1).max(60),
  title: z.string().trim().max(120).optional(),
  recorded: madeBySchema,
  revoked: madeBySchema.extend({ reason: z.string().max(500) }).optional(),
});
export type Award = z.infer<typeof awardSchema>;

/** A result of a secondment: reported by somebody, verified by somebody else, adopted or not. */
export const contributionSchema = z.object({
  id: z.string().regex(/^k\d{1,3}$/),
  kind: z.enum(contributionKinds),
  title: z.string().trim().min(1).max(120),
  /** Duty area of the scheme and month (YYYY-MM) that it is evidence for. */
  area: z.string().max(24),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  evidence: evidenceSchema.optional(),
  state: z.enum(adoptionStates),
  revision: z.int().positive(),
  recorded: madeBySchema,
  verified: madeBySchema.optional(),
  decided: madeBySchema.extend({ reason: z.string().max(500).optional() }).optional(),
});
export type Contribution = z.infer<typeof contributionSchema>;
