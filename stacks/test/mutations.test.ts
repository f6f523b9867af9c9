import { afterAll, expect, test } from "vitest";
import { mutations } from "./mutations/all.ts";
import { allRules, broken } from "./rules/all.ts";
import { places } from "./synth/aws.ts";
import { synthesize } from "./synth/synthesize.ts";

const results: string[] = [];

/** Printed in full: a list of mistakes that nobody sees found proves little. */
afterAll(() => {
  const killed = results.filter((each) => each.startsWith("killed")).length;
  console.log([`Seeded mistakes: ${mutations.length}, killed: ${killed}`, ...results.toSorted()].join("\n"));
});

test("there are at least twenty, each aims at a rule that exists", () => {
  expect(mutations.length).toBeGreaterThanOrEqual(20);
  expect(mutations.filter(({ killedBy }) => !(killedBy in allRules))).toEqual([]);
});

test.concurrent.each(mutations)("$what", async ({ what, changes, killedBy }) => {
  const synth = await synthesize({ stage: "production", place: places.global, changes });
  const rules = [...new Set(broken(synth).map(({ rule }) => rule))];
  results.push(`${rules.includes(killedBy) ? "killed  " : "SURVIVED"} ${what} <- ${killedBy}`);
  expect(rules).toContain(killedBy);
});
