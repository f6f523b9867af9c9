import { type Apprentice, type Mentor, usualWeights } from "@dunmiao/domain/matching/matching";
import { matchApart } from "@dunmiao/web/matching/matchApart";
import { residentMb } from "./processMemory.ts";
import { progress, timed } from "./progress.ts";
import type { Figure } from "./report.ts";

const targetSeconds = 10;
const perStation = 6;
const stationsPerBranch = 12;
const focuses = ["casework", "public-service", "technology"];
const skills = Array.from({ length: 8 }, (_, index) => `skill-${index}`);

/** Who makes a question slow: as many places as people, or too few, so that some are left; and all of one focus. */
const shapes = [
  { what: "a mentor each", mentorsPer: 1, focusCount: 3 },
  { what: "a mentor each, one focus", mentorsPer: 1, focusCount: 1 },
  { what: "too few mentors, one focus", mentorsPer: 0.4, focusCount: 1 },
];

/** Proposals for so many people in the thread of the product: seconds, and what this process holds at most meanwhile. */
export async function matchingSection(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes)
    for (const { what, mentorsPer, focusCount } of shapes) {
      progress(`matching: ${size}, ${what}`);
      const apprentices = people(size, focusCount).map(apprenticeOf);
      const mentors = people(Math.round(size * mentorsPer), focusCount).map(mentorOf);
      const question = { apprentices, mentors, from: "2026-03-02", weights: usualWeights };
      let peak = residentMb(process.pid);
      const watch = setInterval(() => {
        peak = Math.max(peak, residentMb(process.pid));
      }, 50);
      const { result, seconds } = await timed(() => matchApart(question)).finally(() => clearInterval(watch));
      if (!result.ok) throw new Error(`matching of ${size}: ${result.refusals[0]?.code}`);
      const { proposals, unmatched } = result.value;
      const note = `${proposals.length} pairs, ${unmatched.length} left, at most ${Math.round(peak)} MB`;
      const named = `${size} people, ${mentors.length} mentors (${what})`;
      figures.push({ what: named, value: seconds, unit: "s", target: { atMost: targetSeconds }, note });
    }
  return figures;
}

type Somebody = {
  index: number;
  unit: string;
  branch: string;
  focus: string;
  draw: (most: number) => number;
};

/** People over stations and branches; the same ones every time. */
function people(count: number, focusCount: number): Somebody[] {
  let state = count;
  const draw = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
  return Array.from({ length: count }, (_, index) => {
    const station = draw(Math.ceil(count / perStation));
    const branch = `b${Math.floor(station / stationsPerBranch)}`;
    return { index, unit: `s${station}`, branch, focus: focuses[draw(focusCount)] ?? "casework", draw };
  });
}

function apprenticeOf({ index, unit, branch, focus, draw }: Somebody): Apprentice {
  const needs = [skills[draw(skills.length)] ?? "skill-0"];
  return { id: `a${index}`, unit, branch, focus, needs, isNewTrade: draw(3) === 0 };
}

function mentorOf({ index, unit, branch, focus, draw }: Somebody): Mentor {
  const strengths = [skills[draw(skills.length)] ?? "skill-0", skills[draw(skills.length)] ?? "skill-0"];
  const results = { passed: draw(3), failed: draw(2) };
  return { id: `m${index}`, unit, branch, focuses: [focus], strengths, load: draw(2), cap: 2, results };
}
