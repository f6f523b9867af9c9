import { describe, expect, test } from "vitest";
import { counted, evidence, Story, sick, standing } from "./support/acts.ts";
import { type AbsenceCase, absence, answerOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("lowering days to come at or above the first warning is a proposal with evidence", () => {
  const nineAndAHalf: AbsenceCase = { class: "sick", from: "2026-03-09", to: "2026-03-20 am" };
  const ten: AbsenceCase = { class: "sick", from: "2026-03-09", to: "2026-03-20" };

  test("at 9.5 days a void takes effect at once, without evidence", () => {
    const story = standing(nineAndAHalf);
    expect(counted(story)).toBe(9.5);
    story.do("hr", day, { act: "void", id: "a1" });
    expect(counted(story)).toBe(0);
  });

  test("at 10 days it needs evidence, and then waits for another person", () => {
    const story = standing(ten);
    expect(counted(story)).toBe(10);
    expect(answerOf(story.try("hr", day, { act: "void", id: "a1" }))).toBe("evidence-required");
    story.do("hr", day, { act: "void", id: "a1", withEvidence: true });
    expect(counted(story)).toBe(10);
    expect(absence(story.record, "a1")).toMatchObject({
      state: "approved",
      proposal: { act: "void", evidence },
    });
    expect(answerOf(story.try("hr", day, { act: "approve", id: "a1" }))).toBe("same-person-decides");
    story.do("approver", day, { act: "approve", id: "a1" });
    expect(counted(story)).toBe(0);
    expect(absence(story.record, "a1")).toMatchObject({ state: "void" });
    expect(absence(story.record, "a1").proposal).toBeUndefined();
  });

  test("an amendment that shortens follows the same rule on both sides", () => {
    const shorter = { act: "amend", id: "a1", facts: { to: "2026-03-19" } } as const;
    const below = standing(nineAndAHalf);
    below.do("hr", day, shorter);
    expect(counted(below)).toBe(9);
    const at = standing(ten);
    expect(answerOf(at.try("hr", day, shorter))).toBe("evidence-required");
    at.do("hr", day, { ...shorter, facts: { ...shorter.facts, evidence } });
    expect(counted(at)).toBe(10);
    at.do("hr-2", day, { act: "approve", id: "a1" });
    expect(counted(at)).toBe(9);
    expect(absence(at.record, "a1")).toMatchObject({ to: "2026-03-19", evidence });
  });

  test("a class that no longer counts lowers as well", () => {
    const story = standing(ten);
    const amend = {
      act: "amend",
      id: "a1",
      facts: { class: "ordered-training", orderedBy: "host" },
    } as const;
    expect(answerOf(story.try("hr", day, amend))).toBe("evidence-required");
  });

  test("what lowers nothing takes effect at once: a covered absence, a class that does not count, a note", () => {
    const story = standing(
      ten,
      { class: "personal", from: "2026-03-10" },
      { class: "ordered-duty", from: "2026-03-02" },
    );
    story.do("hr", day, { act: "void", id: "a2" });
    story.do("hr", day, { act: "void", id: "a3" });
    story.do("hr", day, { act: "amend", id: "a1", facts: { note: "roster checked" } });
    expect(counted(story)).toBe(10);
    expect(story.record.absences.every(({ proposal }) => proposal === undefined)).toBe(true);
  });

  test("taking back a request that nobody approved is no lowering", () => {
    const story = standing(ten, { class: "personal", from: "2026-03-23", state: "requested" });
    story.do("officer", day, { act: "void", id: "a2" });
    expect(absence(story.record, "a2").state).toBe("void");
  });

  test("who recorded the absence may approve that somebody else takes it back", () => {
    const story = new Story(secondment());
    const id = story.do("hr", day, { act: "record", facts: sick("2026-03-02", "2026-03-13") });
    story.do("approver", day, { act: "approve", id });
    story.do("station", day, { act: "void", id, withEvidence: true });
    expect(answerOf(story.try("hr", day, { act: "approve", id }))).toBe("accepted");
  });

  test("a dropped proposal leaves everything as it was; whoever proposed may withdraw it", () => {
    const story = standing(ten);
    story.do("branch", day, { act: "void", id: "a1", withEvidence: true });
    expect(answerOf(story.try("station", day, { act: "reject", id: "a1" }))).toBe("needs-higher-rung");
    expect(answerOf(story.try("branch", day, { act: "reject", id: "a1" }))).toBe("accepted");
    story.do("approver", day, { act: "reject", id: "a1" });
    expect(absence(story.record, "a1")).toMatchObject({ state: "approved" });
    expect(absence(story.record, "a1").proposal).toBeUndefined();
    expect(counted(story)).toBe(10);
    expect(answerOf(story.try("hr", day, { act: "void", id: "a1", withEvidence: true }))).toBe("accepted");
  });
});
