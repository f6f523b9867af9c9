import { describe, expect, test } from "vitest";
import { isUndecided } from "../src/absence.ts";
import { counted, Story, standing, unexplained } from "./support/acts.ts";
import { absence, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("the officer may object to a finding", () => {
  function found() {
    const story = new Story(secondment());
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-26") });
    return { story, id };
  }

  test("before confirmation: confirming it answers the objection", () => {
    const { story, id } = found();
    story.do("officer", day, { act: "contest", id });
    expect(absence(story.record, id)).toMatchObject({ state: "recorded", contest: { on: day } });
    expect(isUndecided(absence(story.record, id))).toBe(true);
    story.do("branch", day, { act: "confirm", id });
    expect(absence(story.record, id).contest).toBeUndefined();
    expect(counted(story)).toBe(1);
  });

  test("before confirmation: dismissing it answers the objection", () => {
    const { story, id } = found();
    story.do("officer", day, { act: "contest", id });
    story.do("branch", day, { act: "reject", id });
    expect(absence(story.record, id).state).toBe("dismissed");
    expect(isUndecided(absence(story.record, id))).toBe(false);
    expect(counted(story)).toBe(0);
  });

  test("after confirmation it goes on counting, but is undecided until somebody upholds it", () => {
    const { story, id } = found();
    story.do("branch", day, { act: "confirm", id });
    story.do("officer", "2026-03-03", { act: "contest", id });
    expect(isUndecided(absence(story.record, id))).toBe(true);
    expect(counted(story)).toBe(1);
    story.do("hr", "2026-03-04", { act: "confirm", id });
    expect(isUndecided(absence(story.record, id))).toBe(false);
    expect(absence(story.record, id).decisions.map(({ act }) => act)).toEqual([
      "confirm",
      "contest",
      "confirm",
    ]);
  });

  test("upholding does not change since when it counts", () => {
    const { story, id } = found();
    story.do("branch", day, { act: "confirm", id });
    const { effective } = absence(story.record, id);
    story.do("officer", "2026-03-03", { act: "contest", id });
    story.do("hr", "2026-03-04", { act: "confirm", id });
    expect(absence(story.record, id).effective).toEqual(effective);
  });

  test("after confirmation: taking the finding back answers it", () => {
    const { story, id } = found();
    story.do("branch", day, { act: "confirm", id });
    story.do("officer", "2026-03-03", { act: "contest", id });
    story.do("hr", "2026-03-04", { act: "void", id, withEvidence: true });
    expect(isUndecided(absence(story.record, id))).toBe(true);
    story.do("approver", "2026-03-04", { act: "approve", id });
    expect(isUndecided(absence(story.record, id))).toBe(false);
    expect(counted(story)).toBe(0);
  });

  test("near the limit taking it back is a proposal, and approving the proposal answers the objection", () => {
    const story = standing({ class: "sick", from: "2026-02-02", to: "2026-02-12" });
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-26", "2026-02-27") });
    story.do("branch", day, { act: "confirm", id });
    story.do("officer", day, { act: "contest", id });
    story.do("hr", day, { act: "void", id, withEvidence: true });
    story.do("approver", day, { act: "approve", id });
    expect(absence(story.record, id)).toMatchObject({ state: "void" });
    expect(isUndecided(absence(story.record, id))).toBe(false);
  });
});
