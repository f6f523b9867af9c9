import { type Absence, factsOfAbsence } from "@dunmiao/domain/absence";

/** The facts of an absence as values of its form; its evidence stays where it is, a correction brings its own. */
export function factsValues(absence: Absence): Record<string, string> {
  const { evidence: _, ...facts } = factsOfAbsence(absence);
  const isGiven = (each: [string, string | undefined]): each is [string, string] => each[1] !== undefined;
  return Object.fromEntries(Object.entries(facts).filter(isGiven));
}
