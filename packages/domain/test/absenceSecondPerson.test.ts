import { describe, expect, test } from "vitest";
import { Story, sick, unexplained } from "./support/acts.ts";
import { answerOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("nobody decides on what they asked for or recorded", () => {
  test("a station that recorded a request does not approve or reject it, another person of the station does", () => {
    const story = new Story(secondment());
    const id = story.do("station", day, { act: "record", facts: sick("2026-03-09") });
    expect(answerOf(story.try("station", day, { act: "approve", id }))).toBe("same-person-decides");
    expect(answerOf(story.try("station", day, { act: "reject", id }))).toBe("same-person-decides");
    expect(answerOf(story.try("station-2", day, { act: "approve", id }))).toBe("accepted");
  });

  test("who amended a waiting request does not approve it either", () => {
    const story = new Story(secondment());
    const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
    story.do("station", day, { act: "amend", id, facts: { to: "2026-03-10" } });
    expect(answerOf(story.try("station", day, { act: "approve", id }))).toBe("same-person-decides");
    expect(answerOf(story.try("branch", day, { act: "approve", id }))).toBe("accepted");
  });

  test("who recorded a finding neither confirms nor dismisses it", () => {
    const story = new Story(secondment());
    const id = story.do("branch", day, { act: "record", facts: unexplained("2026-02-26") });
    expect(answerOf(story.try("branch", day, { act: "confirm", id }))).toBe("same-person-decides");
    expect(answerOf(story.try("branch", day, { act: "reject", id }))).toBe("same-person-decides");
    expect(answerOf(story.try("hr", day, { act: "confirm", id }))).toBe("accepted");
  });

  test("nobody decides on their own days, whatever role they act in", () => {
    const story = new Story(secondment());
    const id = story.do("station", day, { act: "record", facts: sick("2026-03-09") });
    expect(answerOf(story.try("officer", day, { act: "approve", id }))).toBe("own-case");
  });
});
