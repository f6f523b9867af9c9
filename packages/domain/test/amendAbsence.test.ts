import { describe, expect, test } from "vitest";
import { counted, Story, sick, standing } from "./support/acts.ts";
import { absence, absencesOf, answerOf, factsOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("amending", () => {
  test("moves dates: halves of the old dates go with them unless they are given again", () => {
    const story = standing({ class: "sick", from: "2026-03-04 pm", to: "2026-03-06 am" });
    story.do("branch", day, { act: "amend", id: "a1", facts: { to: "2026-03-05" } });
    expect(absence(story.record, "a1")).toMatchObject({ from: "2026-03-04", to: "2026-03-05" });
    expect(absence(story.record, "a1").fromHalf).toBeUndefined();
    expect(absence(story.record, "a1").toHalf).toBeUndefined();
    expect(counted(story)).toBe(2);
  });

  test("sets halves", () => {
    const story = standing({ class: "sick", from: "2026-03-04", to: "2026-03-05" });
    story.do("branch", day, { act: "amend", id: "a1", facts: { toHalf: "am" } });
    expect(counted(story)).toBe(1.5);
  });

  test("keeps dates, halves, cause and note when only the class changes", () => {
    const story = new Story(secondment());
    const id = story.do("officer", day, {
      act: "record",
      facts: { ...factsOf({ class: "sick", from: "2026-03-09 pm" }), cause: "ill", note: "called" },
    });
    story.do("officer", day, { act: "amend", id, facts: { class: "personal" } });
    expect(absence(story.record, id)).toMatchObject({
      class: "personal",
      from: "2026-03-09",
      fromHalf: "pm",
      cause: "ill",
      note: "called",
      state: "requested",
    });
  });

  test.each([
    ["a request to a finding", "sick", "unexplained"],
    ["a finding to a request", "recall", "personal"],
  ] as const)("never turns %s", (_name, before, after) => {
    const story = standing({ class: before, from: "2026-03-02" });
    const outcome = story.try("hr", day, { act: "amend", id: "a1", facts: { class: after } });
    expect(answerOf(outcome)).toBe("kind-cannot-change");
  });

  test("turns one finding into another", () => {
    const story = standing({ class: "unexplained", from: "2026-03-02" });
    expect(answerOf(story.try("hr", day, { act: "amend", id: "a1", facts: { class: "recall" } }))).toBe(
      "accepted",
    );
  });

  test.each([
    ["to before from", { to: "2026-03-01" }, "from-after-to"],
    ["wholly outside the term", { from: "2026-09-01", to: "2026-09-02" }, "outside-term"],
    ["an ordered class without who ordered it", { class: "ordered-duty" }, "ordered-by-required"],
  ] as const)("is checked like a new absence: %s", (_name, facts, answer) => {
    const story = standing({ class: "sick", from: "2026-03-04" });
    expect(answerOf(story.try("hr", day, { act: "amend", id: "a1", facts }))).toBe(answer);
  });

  test("works on a full record too", () => {
    const absences = absencesOf(
      Array.from({ length: 300 }, () => ({ class: "ordered-duty" as const, from: "2026-03-02" })),
    );
    const story = new Story(secondment({ absences }));
    expect(answerOf(story.try("hr", day, { act: "amend", id: "a1", facts: { note: "checked" } }))).toBe(
      "accepted",
    );
  });

  test("days that the actor could not approve become a proposal, decided on the rung of the new length", () => {
    const story = standing({ class: "sick", from: "2026-03-09", to: "2026-03-10" });
    story.do("station", day, { act: "amend", id: "a1", facts: { to: "2026-03-18" } });
    expect(absence(story.record, "a1")).toMatchObject({ to: "2026-03-10", proposal: { act: "amend" } });
    expect(counted(story)).toBe(2);
    expect(answerOf(story.try("hr", day, { act: "approve", id: "a1" }))).toBe("needs-higher-rung");
    story.do("approver", day, { act: "approve", id: "a1" });
    expect(counted(story)).toBe(8);
  });

  test("who asked for the absence does not approve the days added to it", () => {
    const story = new Story(secondment());
    const id = story.do("station", day, { act: "record", facts: sick("2026-03-09") });
    story.do("branch", day, { act: "approve", id });
    story.do("station", day, { act: "amend", id, facts: { to: "2026-03-10" } });
    expect(absence(story.record, id).proposal?.by.id).toBe("station");
    expect(answerOf(story.try("station", day, { act: "approve", id }))).toBe("same-person-decides");
  });

  test("who recorded a request does not approve the days that somebody else proposes to add", () => {
    const story = new Story(secondment());
    const id = story.do("hr", day, { act: "record", facts: sick("2026-03-09") });
    story.do("station", day, { act: "approve", id });
    story.do("station", day, { act: "amend", id, facts: { to: "2026-03-18" } });
    expect(answerOf(story.try("hr", day, { act: "approve", id }))).toBe("same-person-decides");
  });

  test("a note added later does not change since when the absence counts; more days do", () => {
    const story = new Story(secondment());
    const id = story.leave(day, { class: "sick", from: "2026-03-09" });
    story.do("branch", "2026-03-03", { act: "amend", id, facts: { note: "certificate seen" } });
    expect(absence(story.record, id).effective?.on).toBe(day);
    story.do("station", "2026-03-04", { act: "amend", id, facts: { to: "2026-03-10" } });
    expect(absence(story.record, id).effective?.on).toBe("2026-03-04");
  });
});
