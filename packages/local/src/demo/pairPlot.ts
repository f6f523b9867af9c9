import { addDays, addMonths } from "@dunmiao/domain/calendarDate";
import type { OfficerInput } from "@dunmiao/domain/officer";
import { mentorUnits, pairStations } from "./pairUnits.ts";
import { type Random, randomFrom } from "./random.ts";

/** What becomes of a pair of the demo. */
export type PairFate = "runs" | "orphan" | "completed" | "failed" | "proposed" | "dissolved";
/** What its file lacks: the agreement, the plan, or the entries of its last months. */
export type PairGap = "agreement" | "plan" | "silent";
export type PairPlot = {
  id: string;
  apprentice: OfficerInput;
  focus: string;
  from: string;
  /** The longest term of the scheme unless told. */
  to?: string;
  fate: PairFate;
  gap?: PairGap;
};
/** A mentor with the one or two pairs that they lead. */
export type MentorPlot = { mentor: OfficerInput; pairs: readonly PairPlot[] };

/** As published of Jilin City: so many pairs, and every 33rd of them is one of the 36 without a file. */
export const demoPairs = 1_191;
const missingEvery = 33;
const firstMissing = 5;
/** Pairs that no headline counts. */
const uncounted: readonly PairFate[] = [
  ...Array.from({ length: 6 }, () => "proposed" as const),
  ...Array.from({ length: 9 }, () => "dissolved" as const),
];
const focuses = ["casework", "casework", "public-service", "technology"] as const;
const gaps = ["agreement", "plan", "silent"] as const;
const firstMentor = 700_001;
const firstApprentice = 800_001;

/** Everybody of the demo's pairs, each known by a number only; the same day gives the same. */
export function pairPlots(today: string, count = demoPairs): MentorPlot[] {
  const random = randomFrom(count);
  const plots = Array.from({ length: count }, (_, at) => plotOf(at, { today, random }));
  const more = uncounted.map((fate, at) => plotOf(count + at, { today, random, fate }));
  const waiting = count === 0 ? [] : [...plots, ...more];
  const mentors: MentorPlot[] = [];
  while (waiting.length > 0) {
    const pairs = waiting.splice(0, random.chance(0.4) ? 2 : 1);
    mentors.push({
      mentor: person(firstMentor + mentors.length, random, random.pick(mentorUnits).code),
      pairs,
    });
  }
  return mentors;
}

type At = { today: string; random: Random; fate?: PairFate };

function plotOf(at: number, { today, random, fate: given }: At): PairPlot {
  const isMissing = given === undefined && at % missingEvery === firstMissing;
  const fate = given ?? (isMissing ? "runs" : fateOf(at));
  const gap = isMissing ? gaps[Math.floor(at / missingEvery) % gaps.length] : undefined;
  const isOver = fate === "completed" || fate === "failed";
  const days = fate === "proposed" ? random.whole(0, 3) : random.whole(gap === "silent" ? 120 : 25, 165);
  const from = isOver ? addMonths(`${today.slice(0, 7)}-01`, -8) : addDays(today, -days);
  return {
    id: `demo-pair-${String(at + 1).padStart(4, "0")}`,
    apprentice: person(firstApprentice + at, random, random.pick(pairStations).code),
    focus: random.pick(focuses),
    from,
    ...(isOver && { to: addDays(addMonths(from, 6), -1) }),
    fate,
    ...(gap && { gap }),
  };
}

function fateOf(at: number): PairFate {
  if (at % 100 === 50) return "orphan";
  if (at % 300 === 11) return "failed";
  return at % 20 === 7 ? "completed" : "runs";
}

function person(number: number, random: Random, homeUnit: string): OfficerInput {
  const isMentor = number < firstApprentice;
  const year = isMentor ? random.whole(1970, 1988) : random.whole(1994, 2003);
  return {
    serviceNumber: String(number),
    name: `民警${number}`,
    sex: random.chance(0.2) ? "female" : "male",
    birthMonth: `${year}-${String(random.whole(1, 12)).padStart(2, "0")}`,
    kind: isMentor || random.chance(0.7) ? "officer" : "auxiliary",
    homeUnit,
  };
}
