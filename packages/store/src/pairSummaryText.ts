import { type PairSummary, pairSummarySchema } from "@dunmiao/domain/pair/pairSummary";
import * as z from "zod";
import { parsedText } from "./engine/storedText.ts";

/** The row of a pair as the table and its indexes hold it: one JSON text, which a client reads in a third of the time. */
export function pairSummaryText(summary: PairSummary): string {
  return JSON.stringify(summary);
}

/** Rows by their texts: the whole bureau's are read all day and few of them change, and the same text means the same. */
const known = new Map<string, PairSummary>();
const mostKnown = 30_000;

/** Reads what `pairSummaryText` wrote; rows of before hold nested attributes. The same text gives the same frozen object. */
export const storedPairSummarySchema = z.unknown().transform((stored, context): PairSummary => {
  const before = typeof stored === "string" ? known.get(stored) : undefined;
  if (before) return before;
  const parsed = pairSummarySchema.safeParse(parsedText(stored));
  if (!parsed.success) {
    context.addIssue("not the row of a pair");
    return z.NEVER;
  }
  if (typeof stored === "string") {
    if (known.size >= mostKnown) known.clear();
    known.set(stored, Object.freeze(parsed.data));
  }
  return parsed.data;
});
