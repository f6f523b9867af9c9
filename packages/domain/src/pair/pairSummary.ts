import * as z from "zod";
import { earliest } from "../earliest.ts";
import { lastDayOfPair, type Pair, type PairMember, pairStatuses } from "../pair.ts";
import type { PairRules } from "./ground.ts";
import { mentorlessRanges } from "./mentorless.ts";
import { fileFactsOf } from "./pairFile.ts";
import { pairStepsOf } from "./pairSteps.ts";

/** Number, name, code and name of the unit, code of the branch. */
const memberRowSchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

/** What lists and to-dos read of a pair: derived from the record at every commit, never from the day; no rule reads it. */
export const pairSummarySchema = z.object({
  mentor: memberRowSchema,
  apprentice: memberRowSchema,
  leading: z.enum(["mentor", "apprentice"]),
  focus: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.enum(pairStatuses),
  /** Parts of the contract that lack, and due dates of months without an entry. */
  lacks: z.array(z.enum(["agreement", "goals", "plan"])),
  waits: z.array(z.string()),
  /** Ranges without anybody who leads. */
  gaps: z.array(z.tuple([z.string(), z.string()])),
  /** Activities that wait for the other one's word. */
  unconfirmed: z.int(),
  next: z.string().optional(),
});
export type PairSummary = z.infer<typeof pairSummarySchema>;

/** Derives the summary of a pair from the record, its scheme and the calendar. */
export function pairSummaryOf(pair: Pair, rules: PairRules): PairSummary {
  const { leading, focus, term, status, activities } = pair;
  const { lacks, waits } = fileFactsOf(pair, rules.scheme);
  const next = earliest(pairStepsOf(pair, rules))?.on;
  return {
    mentor: memberRow(pair.mentor),
    apprentice: memberRow(pair.apprentice),
    leading,
    focus,
    from: term.from,
    to: lastDayOfPair(pair),
    status,
    lacks: [...lacks],
    waits: [...waits],
    gaps: mentorlessRanges(pair).map(({ from, to }) => [from, to]),
    unconfirmed: activities.filter((each) => each.side !== "unit" && !each.confirmed).length,
    ...(next !== undefined && { next }),
  };
}

function memberRow({ officer, unit, branch }: PairMember): z.infer<typeof memberRowSchema> {
  return [officer.serviceNumber, officer.name, unit.code, unit.name, branch.code];
}
