import type { Pair } from "@dunmiao/domain/pair";
import {
  isMentorless,
  mentorlessMonths,
  mentorlessRanges,
  pausedRanges,
} from "@dunmiao/domain/pair/mentorless";
import { objectionsUntil } from "@dunmiao/domain/pair/objections";
import { fileFactsOf, fileOn, type PairFile } from "@dunmiao/domain/pair/pairFile";
import { skillsLeft } from "@dunmiao/domain/pair/signSkill";
import { pairTextNames } from "@dunmiao/domain/pair/words";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairWords } from "@dunmiao/store/pair";

/** What a page shows of a pair beside the record, on a day. */
export type PairView = {
  file: PairFile;
  isOrphan: boolean;
  isPaused: boolean;
  /** Months of the past without anybody who led. */
  withoutMentor: string[];
  /** Whether the apprentice may act alone, where the scheme rules it. */
  actsAlone: "yes" | "not-yet" | "not-ruled";
  /** Keys of the skills that nobody has signed. */
  skillsLeft: string[];
  /** Last day for an objection. */
  objectionsUntil?: string;
};

export function viewOn(pair: Pair, scheme: PairScheme, today: string): PairView {
  const ranges = mentorlessRanges(pair);
  const past = { from: pair.term.from, to: today < pair.term.to ? today : pair.term.to };
  const until = objectionsUntil(pair, scheme);
  return {
    file: fileOn(fileFactsOf(pair, scheme), today),
    isOrphan: pair.status === "active" && isMentorless(ranges, today),
    isPaused: pair.status === "active" && isMentorless(pausedRanges(pair), today),
    withoutMentor: past.from <= past.to ? mentorlessMonths(ranges, past) : [],
    actsAlone: actsAlone(pair, scheme),
    skillsLeft: skillsLeft(pair, scheme).map(({ key }) => key),
    ...(until !== undefined && { objectionsUntil: until }),
  };
}

function actsAlone({ tests }: Pair, scheme: PairScheme): PairView["actsAlone"] {
  if (scheme.actsAlone === "not-ruled") return "not-ruled";
  return tests.at(-1)?.isPassed ? "yes" : "not-yet";
}

/** A pair as JSON: the record, and what it is today. */
export function pairView(pair: Pair, scheme: PairScheme, today: string): object {
  const { head: _, ...shown } = pair;
  return { ...shown, ...viewOn(pair, scheme, today) };
}

/** The words of a pair as JSON: of activities by their id, of the rest by what they are. */
export function wordsView(pair: Pair, { activities, others }: PairWords): object {
  const { midTerm, statement, objection } = pairTextNames;
  const said = (name: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, others.get(`${name} ${id}`)]));
  const { midTerms = [], objections = [] } = pair;
  return {
    ...Object.fromEntries(activities),
    ...(midTerms.length > 0 && {
      midTerms: said(
        midTerm,
        midTerms.map(({ key }) => key),
      ),
    }),
    ...(pair.statement && { statement: others.get(`${statement} s.${pair.statement.revision}`) }),
    ...(objections.length > 0 && {
      objections: said(
        objection,
        objections.map(({ side }) => side),
      ),
    }),
  };
}
