import { describe, expect, test } from "vitest";
import { counted, Story, sick, unexplained } from "./support/acts.ts";
import { absence, secondment } from "./support/world.ts";

const day = "2026-03-02";

describe("approval makes an absence count, with who, when and the count after it", () => {
  test("also after the fact", () => {
    const story = new Story(secondment());
    const id = story.do("officer", day, { act: "record", facts: sick("2026-02-24", "2026-02-25") });
    expect(counted(story)).toBe(0);
    story.do("station", day, { act: "approve", id });
    expect(counted(story)).toBe(2);
    expect(absence(story.record, id)).toMatchObject({
      state: "approved",
      revision: 2,
      effective: { on: day, version: 3 },
      decisions: [
        { act: "approve", by: { id: "station", role: "station" }, on: day, version: 3, countedDays: 2 },
      ],
    });
  });

  test("a confirmed finding counts the same way", () => {
    const story = new Story(secondment());
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-26", "2026-02-27") });
    story.do("branch", day, { act: "confirm", id });
    expect(counted(story)).toBe(2);
    expect(absence(story.record, id).effective).toEqual({ on: day, version: 3 });
  });
});
