import { describe, expect, test } from "vitest";
import { Story, sick, standing } from "./support/acts.ts";
import { answerOf, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("a decision says what it has seen", () => {
  test("an absence that changed meanwhile is not decided, and the answer says by whom", () => {
    const story = new Story(secondment());
    const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
    story.do("branch", day, { act: "amend", id, facts: { to: "2026-03-10" } });
    const outcome = story.try("approver", day, { act: "approve", id, seen: 1 });
    expect(answerOf(outcome)).toBe("changed-meanwhile");
    expect(outcome.ok ? undefined : outcome.refusals[0]?.params).toEqual({ by: "branch", on: day });
    expect(answerOf(story.try("approver", day, { act: "approve", id, seen: 2 }))).toBe("accepted");
  });

  test.each(["approve", "confirm", "contest", "void", "reject"] as const)("a stale %s is refused", (act) => {
    const story = standing({ class: "unexplained", from: "2026-02-26" });
    const by = act === "contest" ? "officer" : "branch";
    expect(answerOf(story.try(by, day, { act, id: "a1", seen: 7 }))).toBe("changed-meanwhile");
  });

  test("another absence that changed meanwhile does not matter", () => {
    const story = new Story(secondment());
    const first = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
    story.do("officer", day, { act: "record", facts: sick("2026-04-09") });
    expect(answerOf(story.try("station", day, { act: "approve", id: first, seen: 1 }))).toBe("accepted");
  });

  test("an absence that does not exist", () => {
    expect(answerOf(new Story(secondment()).try("station", day, { act: "approve", id: "a9" }))).toBe(
      "unknown-absence",
    );
  });
});
