import { describe, expect, test } from "vitest";
import * as z from "zod";
import { acknowledgeWarning } from "../src/absence/acknowledgeWarning.ts";
import data from "./cases/warnings.json" with { type: "json" };
import { counted, Story, sick } from "./support/acts.ts";
import { after, answerOf, factsOf, ground, must, planned, secondment } from "./support/world.ts";

const warnings = z
  .array(z.strictObject({ name: z.string(), counts: z.array(z.string()), warnings: z.array(z.string()) }))
  .parse(data);

const shown = (story: Story) => story.record.warnings.map(({ levelDays, state }) => `${levelDays} ${state}`);

describe("warnings at 10, 13 and 15 days, once each", () => {
  test.each(warnings)("$name", ({ counts, warnings: expected }) => {
    const story = new Story(secondment());
    for (const to of counts) story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to });
    expect(shown(story.sweep("2026-01-13").sweep("2026-01-14"))).toEqual(expected);
  });

  test("are dated on the day of the approval that reached the level", () => {
    const story = new Story(secondment());
    story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-13" });
    story.leave("2026-01-20", { class: "sick", from: "2026-03-02", to: "2026-03-04" });
    expect(story.sweep("2026-05-06").record.warnings).toMatchObject([
      { levelDays: 10, reachedOn: "2026-01-12", countedDays: 10 },
      { levelDays: 13, reachedOn: "2026-01-20", countedDays: 13 },
    ]);
  });

  test("do not come again when the count falls below a level and rises over it", () => {
    const story = new Story(secondment());
    const id = story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-13" });
    story.do("hr", "2026-01-13", { act: "void", id, withEvidence: true });
    story.do("approver", "2026-01-13", { act: "approve", id });
    expect(counted(story)).toBe(0);
    story.leave("2026-01-14", { class: "sick", from: "2026-03-02", to: "2026-03-13" });
    expect(shown(story.sweep("2026-01-15"))).toEqual(["10 shown"]);
  });

  test("pending days warn of nothing", () => {
    const story = new Story(secondment());
    story.do("officer", "2026-01-12", { act: "record", facts: sick("2026-02-02", "2026-02-27") });
    expect(shown(story.sweep("2026-01-13"))).toEqual([]);
  });

  test("are acknowledged once, and only when shown", () => {
    const story = new Story(secondment());
    story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-25" });
    const at = ground(story.sweep("2026-01-13").record, "hr", "2026-01-13");
    expect(answerOf(acknowledgeWarning(at, 15))).toBe("unknown-warning");
    expect(answerOf(acknowledgeWarning(at, 10))).toBe("already-acknowledged");
    const seen = after(acknowledgeWarning(at, 13));
    expect(seen.warnings[1]).toMatchObject({
      state: "acknowledged",
      acknowledgedBy: { id: "hr", role: "hr" },
    });
    expect(answerOf(acknowledgeWarning({ ...at, secondment: seen }, 13))).toBe("already-acknowledged");
    expect(must(acknowledgeWarning(at, 13)).event.type).toBe("warning.acknowledged");
  });
});

/** 15 days of sick leave in February, and half a day more in March. */
function overTheLimit(record = secondment()) {
  const story = new Story(record);
  story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-27" });
  const half = story.leave("2026-01-20", { class: "personal", from: "2026-03-02", to: "2026-03-02 am" });
  return { story: story.sweep("2026-01-20"), half };
}

function takeBack(story: Story, id: string, today: string) {
  story.do("hr", today, { act: "void", id, withEvidence: true });
  story.do("approver", today, { act: "approve", id });
}

describe("strictly more than 15.0 days opens a review", () => {
  test("15.0 does not", () => {
    const story = new Story(secondment());
    story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-27" });
    expect(counted(story.sweep("2026-01-13"))).toBe(15);
    expect(story.record).toMatchObject({ status: "serving", reviews: [] });
  });

  test("15.5 does, dated and named after the approval that exceeded, once however often sweeps repeat", () => {
    const { story, half } = overTheLimit();
    for (const today of ["2026-01-20", "2026-01-21", "2026-04-01"]) story.sweep(today).sweep(today);
    expect(counted(story)).toBe(15.5);
    expect(story.record.status).toBe("under-review");
    expect(story.record.reviews).toEqual([{ openedOn: "2026-01-20", countedDays: 15.5, absenceId: half }]);
    expect(story.events.filter((type) => type === "review.opened")).toHaveLength(1);
  });

  test("a late sweep dates it on the day of the approval, not of the sweep", () => {
    const story = new Story(secondment());
    story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-03-02" });
    expect(story.sweep("2026-05-06").record.reviews).toMatchObject([
      { openedOn: "2026-01-12", countedDays: 17 },
    ]);
    expect(story.events.slice(-2)).toEqual(["limit.warned", "review.opened"]);
  });

  test("more days during a review open no second one", () => {
    const { story } = overTheLimit();
    story.leave("2026-01-21", { class: "sick", from: "2026-04-13" });
    expect(story.sweep("2026-01-22").record.reviews).toHaveLength(1);
  });

  test("it stops the way to recognition, not the assessments that a ruling will rest on", () => {
    const { story } = overTheLimit(planned("2026-01-19"));
    story.sweep("2026-06-01");
    expect(story.record.status).toBe("under-review");
    expect(story.record.checkpoints[0]).toMatchObject({ state: "late", escalation: "bureau" });
    expect(story.sweep("2027-06-01").record.status).toBe("under-review");
  });
});

describe("a correction that brings the count back closes the review", () => {
  test("with the reason, the day and the absence in the trail", () => {
    const { story, half } = overTheLimit();
    takeBack(story, half, "2026-02-02");
    story.sweep("2026-02-10");
    expect(counted(story)).toBe(15);
    expect(story.record.status).toBe("serving");
    expect(story.record.reviews).toMatchObject([
      { openedOn: "2026-01-20", closedOn: "2026-02-02", closedBecause: "checked against the roster" },
    ]);
    expect(story.events.at(-1)).toBe("review.closed");
  });

  test("with the right reason when other decisions fall on the same day", () => {
    const { story, half } = overTheLimit();
    const other = story.do("officer", "2026-01-20", {
      act: "record",
      facts: factsOf({ class: "ordered-duty", from: "2026-04-13" }),
    });
    story.do("hr", "2026-01-20", { act: "void", id: half, withEvidence: true });
    story.do("station", "2026-01-20", { act: "approve", id: other });
    story.do("approver", "2026-01-20", { act: "approve", id: half });
    story.sweep("2026-01-20");
    expect(story.record.reviews[0]).toMatchObject({
      closedOn: "2026-01-20",
      closedBecause: "checked against the roster",
    });
  });

  test("a proposal alone does not close it", () => {
    const { story, half } = overTheLimit();
    story.do("hr", "2026-02-02", { act: "void", id: half, withEvidence: true });
    expect(story.sweep("2026-02-03").record.status).toBe("under-review");
  });

  test("the ordinary path goes on where it stood, with the steps missed meanwhile", () => {
    const { story, half } = overTheLimit(planned("2026-01-19"));
    takeBack(story, half, "2026-02-24");
    story.sweep("2026-02-24");
    expect(story.record.status).toBe("planned");
    expect(story.record.checkpoints[0]).toMatchObject({ state: "late", escalation: "bureau" });
  });

  test("a second excess opens a second review", () => {
    const { story, half } = overTheLimit();
    takeBack(story, half, "2026-02-02");
    const again = story.leave("2026-02-03", { class: "sick", from: "2026-04-13" });
    story.sweep("2026-02-03");
    expect(story.record.reviews).toMatchObject([
      { closedOn: "2026-02-02" },
      { openedOn: "2026-02-03", countedDays: 16, absenceId: again },
    ]);
  });
});

describe("the end of the term", () => {
  test.each([
    ["on the last day it still runs", "2026-08-25", "serving"],
    ["the day after it waits for its ruling", "2026-08-26", "awaiting-ruling"],
    ["after a year without a sweep as well", "2027-08-26", "awaiting-ruling"],
  ])("%s", (_name, today, status) => {
    expect(new Story(secondment()).sweep(today).record.status).toBe(status);
  });

  test("a real last day that came earlier ends it the day after", () => {
    const story = new Story(secondment({ endedOn: "2026-05-29" }));
    expect(story.sweep("2026-05-29").record.status).toBe("serving");
    expect(story.sweep("2026-05-30").record.status).toBe("awaiting-ruling");
  });

  test("somebody who never reported in waits for a ruling too", () => {
    expect(new Story(planned("2025-08-26")).sweep("2026-08-26").record.status).toBe("awaiting-ruling");
  });

  test("during a review it stays under review; closing the review then leads to the ruling", () => {
    const { story, half } = overTheLimit();
    expect(story.sweep("2026-09-30").record.status).toBe("under-review");
    takeBack(story, half, "2026-10-08");
    story.sweep("2026-10-08");
    expect(story.record.status).toBe("awaiting-ruling");
    expect(story.events.slice(-2)).toEqual(["review.closed", "term.completed"]);
  });

  test("a late approval that exceeds opens a review of a year that waits for its ruling", () => {
    const story = new Story(secondment()).sweep("2026-08-26");
    story.leave("2026-08-27", { class: "sick", from: "2026-02-02", to: "2026-03-02" });
    story.sweep("2026-08-27");
    expect(story.record.status).toBe("under-review");
    expect(story.record.reviews).toMatchObject([{ openedOn: "2026-08-27" }]);
  });

  test.each(["recognised", "not-recognised", "withdrawn", "ended-early"] as const)(
    "%s: nothing is left to do",
    (status) => {
      const story = new Story(secondment({ status }));
      expect(story.sweep("2027-01-01").events).toEqual([]);
    },
  );
});
