import { describe, expect, test } from "vitest";
import { nextStep } from "../src/nextStep.ts";
import type { Scheme } from "../src/scheme.ts";
import type { Secondment } from "../src/secondment.ts";
import { catchUp } from "../src/year/catchUp.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { Story } from "./support/acts.ts";
import { calendar, planned, wholeTimetable } from "./support/world.ts";

const from = "2025-08-26";
const key = "attendance.2025-08";

/** What became of one checkpoint, step by step with the day on which each step was due. */
function stepsOn(scheme: Scheme, until: string, of = key): string[] {
  let at: Secondment = planned(from, scheme);
  const steps: string[] = [];
  for (;;) {
    const step = nextStep(at, { scheme, calendar }, until);
    const [first] = catchUp(at, { scheme, calendar }, until);
    if (step.step === "nothing-left" || !first) return steps;
    if ("key" in step && step.key === of)
      steps.push(`${step.on} ${step.step}${step.step === "escalate" ? ` ${step.level}` : ""}`);
    at = first.after;
  }
}

function withWaiting(missedAfterWorkingDays: number | undefined): Scheme {
  const checkpoints = wholeTimetable.checkpoints.map(({ missedAfterWorkingDays: _, ...plan }) => ({
    ...plan,
    ...(missedAfterWorkingDays !== undefined && { missedAfterWorkingDays }),
  }));
  return { ...wholeTimetable, checkpoints };
}

const opened = [
  "2025-09-01 open-checkpoint",
  "2025-09-02 remind",
  "2025-09-05 remind",
  "2025-09-06 mark-late",
];

describe("a form that nobody files", () => {
  test("is opened, reminded of, late, climbs to the branch and the bureau, and is missed, each on its day", () => {
    const climbed = ["2025-09-10 escalate branch", "2025-09-16 escalate bureau"];
    // Swept once, long afterwards: the earlier reminder was skipped.
    const inOneGo = opened.filter((each) => each !== "2025-09-05 remind");
    expect(stepsOn(wholeTimetable, "2026-01-31")).toEqual([...inOneGo, ...climbed, "2025-10-10 mark-missed"]);
    expect(stepsOn(wholeTimetable, "2025-10-09").at(-1)).toBe("2025-09-16 escalate bureau");
  });

  test.each([
    [1, ["2025-09-08 mark-missed"]],
    [3, ["2025-09-10 escalate branch", "2025-09-10 mark-missed"]],
    [5, ["2025-09-10 escalate branch", "2025-09-12 mark-missed"]],
    [7, ["2025-09-10 escalate branch", "2025-09-16 escalate bureau", "2025-09-16 mark-missed"]],
  ])("where it is waited for %i working days only, it climbs as far as that", (days, afterwards) => {
    const steps = stepsOn(withWaiting(days), "2026-01-31");
    expect(steps.slice(steps.indexOf("2025-09-06 mark-late") + 1)).toEqual(afterwards);
  });

  test("where the scheme waits for ever, it stays late with the bureau", () => {
    expect(stepsOn(withWaiting(undefined), "2026-12-31").at(-1)).toBe("2025-09-16 escalate bureau");
  });

  test.each(["report-in", "ruling"])("the %s is never missed", (of) => {
    const steps = stepsOn(wholeTimetable, "2027-12-31", of);
    expect(steps.at(-1)).toMatch(/escalate bureau$/);
  });
});

test("the to-dos of a missed form are gone with it; those of a late one are the filer's and who it climbed to", () => {
  const story = new Story(planned(from, wholeTimetable), wholeTimetable);
  const todos = () =>
    todosOf(story.record, { scheme: wholeTimetable, calendar })
      .filter(([, , , , about]) => about === key)
      .map(([what, whose]) => `${what} ${whose}`);
  story.sweep("2025-09-01");
  expect(todos()).toEqual(["file-form station"]);
  story.sweep("2025-09-10");
  expect(todos()).toEqual(["file-form station", "chase-form branch"]);
  story.sweep("2025-09-16");
  expect(todos()).toEqual(["file-form station", "chase-form hr"]);
  story.sweep("2025-10-10");
  expect(todos()).toEqual([]);
  expect(story.lines.filter(({ type }) => type === "checkpoint.missed").map(({ change }) => change)).toEqual([
    { checkpoint: key, state: "missed" },
  ]);
});

test("a review stops the way to recognition, not the assessments: they open and are missed all the same", () => {
  const story = new Story(planned(from, wholeTimetable), wholeTimetable);
  story.do("station", from, { act: "report-in", on: from });
  story.leave("2025-09-01", { class: "sick", from: "2025-09-02", to: "2025-09-24" });
  story.sweep("2025-09-02");
  expect(story.record.status).toBe("under-review");
  story.sweep("2026-11-30");
  expect(story.record.status).toBe("under-review");
  const states = new Map(story.record.checkpoints.map((each) => [each.key, each.state]));
  expect(states.get("end")).toBe("missed");
  expect(states.get("ruling")).toBe("late");
});
