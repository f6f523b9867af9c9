import { describe, expect, test } from "vitest";
import { counted, sick, standing, unexplained } from "./support/acts.ts";
import { type AbsenceCase, absence, answerOf, factsOf } from "./support/world.ts";

const day = "2026-03-02";

describe("the limit never refuses, but going over it needs the tick", () => {
  const fourteen: AbsenceCase = { class: "sick", from: "2026-02-02", to: "2026-02-28" };

  test.each([
    ["exactly 15.0", "2026-03-09", "accepted"],
    ["15.5", "2026-03-10 am", "over-limit-needs-tick"],
  ])("%s", (_name, to, answer) => {
    const story = standing(
      { class: "sick", from: "2026-02-02", to: "2026-02-12" },
      { class: "sick", from: "2026-01-19", to: "2026-01-23" },
    );
    const id = story.do("officer", day, {
      act: "record",
      facts: factsOf({ class: "personal", from: "2026-03-09", to }),
    });
    expect(counted(story)).toBe(14);
    const outcome = story.try("approver", day, { act: "approve", id });
    expect(answerOf(outcome)).toBe(answer);
    expect(answerOf(story.try("approver", day, { act: "approve", id, overLimit: true }))).toBe("accepted");
  });

  test("the refusal carries the figures, the decision that was ticked says so", () => {
    const story = standing(
      { class: "sick", from: "2026-02-02", to: "2026-02-14" },
      { class: "sick", from: "2026-01-19", to: "2026-01-23" },
    );
    const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
    const refused = story.try("approver", day, { act: "approve", id });
    expect(refused.ok ? undefined : refused.refusals[0]).toEqual({
      code: "over-limit-needs-tick",
      field: "overLimit",
      params: { countedDays: 17, limitDays: 15 },
    });
    story.do("approver", day, { act: "approve", id, overLimit: true });
    expect(absence(story.record, id).decisions.at(-1)).toMatchObject({
      acceptedOverLimit: true,
      countedDays: 17,
    });
  });

  test("a finding needs it as well", () => {
    const story = standing(fourteen);
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-03-02", "2026-03-03") });
    expect(answerOf(story.try("branch", day, { act: "confirm", id }))).toBe("over-limit-needs-tick");
  });

  test("an absence that adds nothing to a count over the limit needs none", () => {
    const story = standing({ class: "sick", from: "2026-02-02", to: "2026-03-06" });
    const covered = story.do("officer", day, { act: "record", facts: sick("2026-02-03") });
    expect(answerOf(story.try("approver", day, { act: "approve", id: covered }))).toBe("accepted");
    const training = story.do("officer", day, {
      act: "record",
      facts: factsOf({ class: "ordered-training", from: "2026-03-09" }),
    });
    expect(answerOf(story.try("approver", day, { act: "approve", id: training }))).toBe("accepted");
  });

  test("an amendment that goes over needs it", () => {
    const story = standing(
      { class: "sick", from: "2026-01-19", to: "2026-01-23" },
      { class: "sick", from: "2026-02-02", to: "2026-02-13" },
    );
    const amend = { act: "amend", id: "a1", facts: { to: "2026-01-26" } } as const;
    expect(answerOf(story.try("approver", day, amend))).toBe("over-limit-needs-tick");
    expect(answerOf(story.try("approver", day, { ...amend, overLimit: true }))).toBe("accepted");
  });
});
