import { describe, expect, test } from "vitest";
import type { Step } from "../src/nextStep.ts";
import { messageOf } from "../src/notification.ts";
import { presetSchemes } from "../src/scheme.ts";
import { planned } from "./support/world.ts";

const [scheme] = presetSchemes.filter(({ version }) => version === 2);
if (!scheme) throw new Error("no scheme with the whole timetable");
const on = "2026-02-26";
const record = planned("2025-08-26", scheme);

/** Code and addressees of what a step tells. */
function told(step: Step, facts: Partial<typeof record> = {}) {
  const message = messageOf({ ...record, ...facts }, step, {
    scheme: scheme as NonNullable<typeof scheme>,
    on,
  });
  return message && [message.code, ...message.to.map(({ role, unit }) => `${role} ${unit}`)].join(", ");
}

describe("whom a step concerns", () => {
  test.each<[string, Step, string | undefined]>([
    ["a reminder of report-in", { step: "remind", on, key: "report-in" }, "reminded, station 42010201"],
    ["a reminder of the self-report", { step: "remind", on, key: "self-report" }, "reminded, officer 100001"],
    [
      "a late end assessment: all who file it",
      { step: "mark-late", on, key: "end" },
      "late, station 42010201, branch 420102, sending 010100",
    ],
    [
      "the end of a review: whose it was",
      { step: "close-review", on, countedDays: 14 },
      "review-closed, officer 100001",
    ],
    ["a late ruling", { step: "mark-late", on, key: "ruling" }, "late, hr bureau"],
    [
      "escalation to the branch",
      { step: "escalate", on, key: "end", level: "branch" },
      "escalated, branch 420102",
    ],
    [
      "escalation to the bureau",
      { step: "escalate", on, key: "end", level: "bureau" },
      "escalated, hr bureau",
    ],
    ["a missed one", { step: "mark-missed", on, key: "quarter.3" }, "missed, branch 420102, hr bureau"],
    [
      "a review",
      { step: "open-review", on, countedDays: 15.5 },
      "review-opened, officer 100001, branch 420102, hr bureau",
    ],
    ["opening a checkpoint tells nobody", { step: "open-checkpoint", on, key: "end" }, undefined],
    ["completing a term tells nobody", { step: "complete", on }, undefined],
  ])("%s", (_, step, expected) => expect(told(step)).toBe(expected));

  test("who has filed is not reminded, and nobody when all have", () => {
    const form = (by: "station" | "branch") => ({
      id: "f1",
      checkpoint: "mid-term",
      form: "opinion" as const,
      by,
      state: "submitted" as const,
      revision: 1,
      evidence: [],
      history: [],
    });
    const step: Step = { step: "remind", on, key: "mid-term" };
    expect(told(step)).toBe("reminded, station 42010201, branch 420102");
    expect(told(step, { assessments: [form("station")] })).toBe("reminded, branch 420102");
    expect(told(step, { assessments: [form("station"), form("branch")] })).toBeUndefined();
  });
});
