import type { Change } from "../synth/bundle.ts";

/** A seeded mistake in the stacks, and the rule that must find it. */
export type Mutation = { what: string; changes: readonly Change[]; killedBy: string };

/** One text of one file of the stacks, replaced by another. */
export function mutation(
  what: string,
  file: string,
  [from, to]: [string, string],
  killedBy: string,
): Mutation {
  return { what, changes: [{ file: `stacks/${file}.ts`, from, to }], killedBy };
}
