import type { MatchingQuestion } from "@dunmiao/domain/matching/matching";
import { type Matching, proposePairs } from "@dunmiao/domain/matching/proposePairs";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { answersApart, askApart } from "../threadApart.ts";

const ROLE = "matches mentors";
/** Both sides are this very file. */
const questionSchema = z.custom<MatchingQuestion>((value) => typeof value === "object" && value !== null);
const answerSchema = z.custom<Matching>((value) => typeof value === "object" && value !== null);

const ask = askApart({
  url: import.meta.url,
  role: ROLE,
  // 2,000 people and 2,000 mentors with five places each take half of the memory and a third of the time.
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 },
  processorSeconds: 25,
  read: (message) => answerSchema.parse(message),
});

/** Proposes pairs in a thread of its own, one question after the other; refuses what takes too much as `matching-too-heavy`. */
export async function matchApart(question: MatchingQuestion): Promise<Outcome<Matching>> {
  const asked = await ask(question);
  return asked.outcome === "answered" ? accept(asked.answer) : refuse("matching-too-heavy");
}

answersApart(ROLE, (message) => proposePairs(questionSchema.parse(message)));
