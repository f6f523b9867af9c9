import { awardLevels } from "../award.ts";
import type { Headline } from "../cohort.ts";
import type { Digest } from "../digest.ts";

type Level = (typeof awardLevels)[number];

/** A level of the award table: what the headline names, what is recorded here, and recorded less named. */
export type AwardLine = {
  level: Level;
  named: number | undefined;
  recorded: number;
  difference: number | undefined;
};
/** A headline beside the sum of its named parts, and both beside what is recorded; no difference is hidden. */
export type AwardTable = {
  lines: AwardLine[];
  total: number | undefined;
  namedSum: number;
  /** Headline total less its named parts: S3 reports 56 people and names 54. */
  unexplained: number | undefined;
  recorded: number;
  /** People with at least one award that stands. */
  people: number;
  /** People with an award less the headline total. */
  peopleDifference: number | undefined;
};

/** Holds a published headline against its parts and against the awards that stand on the records of the cohort. */
export function awardTable(
  people: readonly Pick<Digest, "awards">[],
  headline: Pick<Headline, "total" | "parts"> | undefined,
): AwardTable {
  const recorded = people.flatMap(({ awards }) => awards);
  const lines = awardLevels.map((level) => lineOf(level, recorded, headline));
  const namedSum = headline?.parts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const awarded = people.filter(({ awards }) => awards.length > 0).length;
  return {
    lines: lines.filter(({ named, recorded: here }) => named !== undefined || here > 0),
    total: headline?.total,
    namedSum,
    unexplained: headline && headline.total - namedSum,
    recorded: recorded.length,
    people: awarded,
    peopleDifference: headline && awarded - headline.total,
  };
}

function lineOf(level: Level, all: readonly string[], headline: Pick<Headline, "parts"> | undefined) {
  const recorded = all.filter((each) => each === level).length;
  const parts = headline?.parts.filter((part) => part.level === level) ?? [];
  const named = parts.length > 0 ? parts.reduce((sum, { count }) => sum + count, 0) : undefined;
  return { level, named, recorded, difference: named === undefined ? undefined : recorded - named };
}
