import { describe, expect, test } from "vitest";
import { counted, Story } from "./support/acts.ts";
import { absence, answerOf, factsOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("rejecting a request whose days are past asks: present, or a finding?", () => {
  function asked(from: string, to: string) {
    const story = new Story(secondment());
    return {
      story,
      id: story.do("officer", "2026-02-24", {
        act: "record",
        facts: factsOf({ class: "personal", from, to }),
      }),
    };
  }

  test.each([
    ["days to come", "2026-03-03", "accepted"],
    ["beginning today", "2026-03-02", "accepted"],
    ["begun yesterday", "2026-03-01", "past-days-need-a-choice"],
    ["over", "2026-02-26", "past-days-need-a-choice"],
  ])("%s", (_name, from, answer) => {
    const { story, id } = asked(from, from);
    expect(answerOf(story.try("station", day, { act: "reject", id }))).toBe(answer);
  });

  test("present: the request is rejected and nothing else stands", () => {
    const { story, id } = asked("2026-02-26", "2026-02-27");
    story.do("station", day, { act: "reject", id, pastDays: "present" });
    expect(absence(story.record, id)).toMatchObject({
      state: "rejected",
      decisions: [{ act: "reject", pastDays: "present" }],
    });
    expect(story.record.absences).toHaveLength(1);
  });

  test("a finding: only the days that are past are recorded, and a third person confirms them", () => {
    const { story, id } = asked("2026-02-26 pm", "2026-03-04 am");
    story.do("branch", day, { act: "reject", id, pastDays: "finding" });
    expect(absence(story.record, "a2")).toMatchObject({
      class: "unexplained",
      kind: "finding",
      state: "recorded",
      from: "2026-02-26",
      fromHalf: "pm",
      to: "2026-03-01",
      recordedBy: { id: "branch", role: "branch" },
      cause: "checked against the roster",
    });
    expect(absence(story.record, "a2").toHalf).toBeUndefined();
    expect(answerOf(story.try("branch", day, { act: "confirm", id: "a2" }))).toBe("same-person-decides");
    story.do("hr", day, { act: "confirm", id: "a2" });
    expect(counted(story)).toBe(2.5);
  });

  test("a finding keeps the last half day when the request is over", () => {
    const { story, id } = asked("2026-02-26", "2026-02-27 am");
    story.do("station", day, { act: "reject", id, pastDays: "finding" });
    expect(absence(story.record, "a2")).toMatchObject({ from: "2026-02-26", to: "2026-02-27", toHalf: "am" });
  });

  test("past days before the term are nobody's finding", () => {
    const before = new Story(secondment({ term: { from: "2026-03-02", to: "2027-03-01" } }));
    const id = before.do("hr", "2026-02-24", {
      act: "record",
      facts: factsOf({ class: "sick", from: "2026-02-25 pm", to: "2026-03-03" }),
    });
    expect(answerOf(before.try("branch", "2026-03-02", { act: "reject", id }))).toBe("accepted");
    expect(answerOf(before.try("branch", "2026-03-03", { act: "reject", id }))).toBe(
      "past-days-need-a-choice",
    );
    before.do("branch", "2026-03-03", { act: "reject", id, pastDays: "finding" });
    expect(absence(before.record, "a2")).toMatchObject({ from: "2026-03-02", to: "2026-03-02" });
    expect(absence(before.record, "a2").fromHalf).toBeUndefined();
  });
});
