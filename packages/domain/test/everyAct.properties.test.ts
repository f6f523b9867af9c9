import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyStory, names } from "./support/everyStory.ts";
import { schemes, Year } from "./support/everyYear.ts";

describe("over any sequence of every act that there is", () => {
  test("no half day that was ever approved leaves the count by fewer than two people and an evidence", () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(...schemes), (story, scheme) => {
        expect(new Year(scheme).play(story).alone).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("every rule by which a person changes a secondment is among them", () => {
    const directory = join(import.meta.dirname, "../src");
    const rules = globSync("**/*.ts", { cwd: directory }).flatMap((file) => {
      const written = readFileSync(join(directory, file), "utf8");
      return written
        .split(/^export function /m)
        .slice(1)
        .flatMap((each) => {
          const [head = ""] = each.split(/^}/m);
          const [signature = ""] = head.split(/ \{\n {2}/);
          const isRule = /\bGround\b/.test(signature) && /: Outcome<Change\b/.test(signature);
          return isRule ? [/^\w+/.exec(each)?.[0] ?? ""] : [];
        });
    });
    expect(rules.length).toBeGreaterThan(30);
    // What a proposal, and what a decision, an amendment or a confirmation ends with; nobody calls them alone.
    expect(rules.filter((each) => !names.includes(each))).toEqual(["proposeChange", "makeEffective"]);
  });

  test("the stories do each of them, get to rulings and further terms, and write no event but in the form of its type", () => {
    const seen = new Set<string>();
    const told = fc.sample(fc.tuple(anyStory, fc.constantFrom(...schemes)), { numRuns: 200, seed: 30 });
    for (const [story, scheme] of told) {
      const { done, terms, unread } = new Year(scheme).play(story);
      expect(unread).toEqual([]);
      for (const act of done) seen.add(act);
      for (const { state, outcome } of terms.flatMap(({ rulings }) => rulings))
        seen.add(`${outcome} ${state}`);
      if (terms.length > 1) seen.add("further term");
    }
    // Five people in turn, the last within thirty days: the year's stories get there oftener (year.properties).
    const rare = ["requestReview", "answerReview"];
    expect(names.filter((each) => !seen.has(each) && !rare.includes(each))).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining(["recountSecondment", "not-recognised in-force", "further term"]),
    );
  });
});
