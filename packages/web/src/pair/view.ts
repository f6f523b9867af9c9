import type { Pair } from "@dunmiao/domain/pair";
import { isMentorless, mentorlessMonths, mentorlessRanges } from "@dunmiao/domain/pair/mentorless";
import { fileFactsOf, fileOn, type PairFile } from "@dunmiao/domain/pair/pairFile";
import type { PairScheme } from "@dunmiao/domain/pairScheme";

/** What a page shows of a pair beside the record, on a day. */
export type PairView = { file: PairFile; isOrphan: boolean; withoutMentor: string[] };

export function viewOn(pair: Pair, scheme: PairScheme, today: string): PairView {
  const ranges = mentorlessRanges(pair);
  const past = { from: pair.term.from, to: today < pair.term.to ? today : pair.term.to };
  return {
    file: fileOn(fileFactsOf(pair, scheme), today),
    isOrphan: pair.status === "active" && isMentorless(ranges, today),
    withoutMentor: past.from <= past.to ? mentorlessMonths(ranges, past) : [],
  };
}

/** A pair as JSON: the record, and what it is today. */
export function pairView(pair: Pair, scheme: PairScheme, today: string): object {
  const { head: _, ...shown } = pair;
  return { ...shown, ...viewOn(pair, scheme, today) };
}
