import { grades } from "../assessment.ts";
import type { Digest } from "../digest.ts";
import { isIn } from "./assessmentLoad.ts";

/** How one assessor's grades lie beside those of all others on the same cohort: a pointer for a person, nothing more. */
export type AssessorDrift = {
  assessor: string;
  /** Grades given, and to how many people. */
  grades: number;
  people: number;
  /** Mean points: 4 excellent, 3 competent, 2 basically competent, 1 incompetent. */
  mean: number;
  /** Mean of every other assessor's grades; undefined where nobody else gave one. */
  meanOfOthers: number | undefined;
  difference: number;
  isFlagged: boolean;
};

/** From so many grades on, a mean says something. */
export const fewestGrades = 3;
/** Half a grade above or below the others is pointed out. */
export const driftFrom = 0.5;

const bestFirst: readonly string[] = grades;
type Person = Pick<Digest, "id" | "forms">;
type Given = { id: string; assessor: string; points: number };

/** Assessors with enough grades on forms that are in, the farthest from the others first. */
export function assessorDrift(people: readonly Person[]): AssessorDrift[] {
  const all = people.flatMap(gradesGiven);
  const total = sum(all);
  return [...Map.groupBy(all, ({ assessor }) => assessor)]
    .filter(([, given]) => given.length >= fewestGrades)
    .map(([assessor, given]) => drift(assessor, given, { count: all.length, total }))
    .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
}

function drift(assessor: string, given: readonly Given[], all: { count: number; total: number }) {
  const mean = sum(given) / given.length;
  const others = all.count - given.length;
  const meanOfOthers = others > 0 ? (all.total - sum(given)) / others : undefined;
  const difference = meanOfOthers === undefined ? 0 : mean - meanOfOthers;
  const graded = new Set(given.map(({ id }) => id));
  return {
    assessor,
    grades: given.length,
    people: graded.size,
    mean,
    meanOfOthers,
    difference,
    isFlagged: Math.abs(difference) >= driftFrom,
  };
}

/** Nobody grades themselves: what the officer files about the own year has no assessor. */
function gradesGiven({ id, forms }: Person): Given[] {
  return forms.flatMap(([, , by, state, grade, assessor]) => {
    const place = bestFirst.indexOf(grade);
    if (!isIn(state) || place < 0 || by === "officer") return [];
    return [{ id, assessor, points: bestFirst.length - place }];
  });
}

function sum(given: readonly Given[]): number {
  return given.reduce((total, { points }) => total + points, 0);
}
