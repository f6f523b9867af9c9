import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { matchingWeightsSchema, mostMatched, mostPlaces } from "@dunmiao/domain/matching/matching";
import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import { nameKey } from "@dunmiao/domain/plainText";
import * as z from "zod";
import { formNumber, formTick } from "../body.ts";
import { apprenticesOf, mentorsOf } from "./lines.ts";

/** The key of a focus of the scheme, or its name in either language. */
const focusSchema = z.string().trim().min(1).max(40);
/** Compared, never shown: the same need however it is written. */
const skillSchema = z.string().overwrite(nameKey).min(1).max(60);
const skills = z.array(skillSchema).max(10).default([]);
const few = formNumber.pipe(z.int().min(0).max(100)).optional();

const apprenticeSchema = z.object({
  serviceNumber: serviceNumberInputSchema,
  focus: focusSchema,
  needs: skills,
  isNewTrade: formTick.default(false),
});
const mentorSchema = z.object({
  serviceNumber: serviceNumberInputSchema,
  focuses: z.array(focusSchema).min(1).max(10),
  strengths: skills,
  /** What is left out of these comes from the pairs on file, the cap from the scheme. */
  load: few,
  cap: formNumber.pipe(z.int().min(1).max(mostPlaces)).optional(),
  restsUntil: calendarDateSchema.optional(),
  passed: few,
  failed: few,
});

/** Body of a question who could be paired with whom; a form sends each list as lines of a box. */
export const proposalsBody = z.object({
  apprentices: z.array(apprenticeSchema).min(1).max(mostMatched),
  mentors: z.array(mentorSchema).min(1).max(mostMatched),
  /** First day of the pairs; today unless told. */
  from: calendarDateSchema.optional(),
  /** The scheme that the pairs are to have: its cap and rest hold. */
  scheme: z.string().min(1).max(40).default("pair-standard"),
  weights: matchingWeightsSchema.prefault({}),
});

const { apprentices, mentors, ...others } = proposalsBody.shape;
export const proposalsForm = z.object({
  apprentices: z.preprocess(apprenticesOf, apprentices),
  mentors: z.preprocess(mentorsOf, mentors),
  ...others,
});
export type ProposalsAsked = z.infer<typeof proposalsForm>;
