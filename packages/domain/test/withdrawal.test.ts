import { describe, expect, test } from "vitest";
import { Story } from "./support/acts.ts";
import { absence, answerOf, factsOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

function asked(from: string, to: string) {
  const story = new Story(secondment());
  const facts = factsOf({ class: "personal", from, to });
  return { story, id: story.do("officer", "2026-02-24", { act: "record", facts }) };
}

describe("a request that waits is taken back only by who asked, while none of its days is past", () => {
  test.each([
    ["days to come", "2026-03-03", "accepted"],
    ["beginning today", "2026-03-02", "accepted"],
    ["begun yesterday", "2026-03-01", "past-days-need-a-decision"],
    ["over", "2026-02-26", "past-days-need-a-decision"],
  ])("%s", (_name, from, answer) => {
    const { story, id } = asked(from, from);
    for (const other of ["station", "approver", "hr"] as const)
      expect(answerOf(story.try(other, day, { act: "void", id }))).toBe("not-yours-to-change");
    expect(answerOf(story.try("officer", day, { act: "void", id }))).toBe(answer);
  });

  test("once approved it is corrected as everything that counts", () => {
    const { story, id } = asked("2026-02-26", "2026-02-26");
    story.do("station", day, { act: "approve", id });
    expect(answerOf(story.try("hr", day, { act: "void", id }))).toBe("evidence-required");
    story.do("hr", day, { act: "void", id, withEvidence: true });
    story.do("approver", day, { act: "approve", id });
    expect(absence(story.record, id).state).toBe("void");
  });
});

describe("past days are not moved out of a request that waits", () => {
  test.each([
    ["to the days to come", "2026-03-03", "2026-03-04", "past-days-need-a-decision"],
    ["half a past day less", "2026-02-26 pm", "2026-03-04", "past-days-need-a-decision"],
    ["only days to come less", "2026-02-26", "2026-03-03", "accepted"],
    ["longer", "2026-02-25", "2026-03-05", "accepted"],
  ])("%s", (_name, from, to, answer) => {
    const { story, id } = asked("2026-02-26", "2026-03-04");
    const facts = factsOf({ class: "personal", from, to });
    expect(answerOf(story.try("officer", day, { act: "amend", id, facts }))).toBe(answer);
  });
});
