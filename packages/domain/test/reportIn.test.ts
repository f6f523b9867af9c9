import { describe, expect, test } from "vitest";
import * as z from "zod";
import { escalatesOn, remindersOf } from "../src/checkpoint.ts";
import { isSamePlan } from "../src/planSecondment.ts";
import data from "./cases/reportIn.json" with { type: "json" };
import { Story } from "./support/acts.ts";
import { answerOf, calendar, literal, planned, startingOnReportIn } from "./support/world.ts";

const date = z.iso.date();
const { timetable, progress, answers } = z
  .strictObject({
    timetable: z.array(
      z.strictObject({
        name: z.string(),
        from: date,
        opensOn: date,
        dueOn: date,
        reminders: z.array(date),
        branchOn: date,
        bureauOn: date,
      }),
    ),
    progress: z.array(
      z.strictObject({ name: z.string(), today: date, state: z.string(), escalation: z.string() }),
    ),
    answers: z.array(z.strictObject({ name: z.string(), on: date, today: date, answer: z.string() })),
  })
  .parse(data);

describe("report-in is due within three working days", () => {
  test.each(timetable)("$name", ({ from, branchOn, bureauOn, ...expected }) => {
    const checkpoint = planned(from).checkpoints[0];
    if (!checkpoint) throw new Error("no checkpoint");
    const { opensOn, dueOn } = checkpoint;
    expect({ opensOn, dueOn, reminders: remindersOf(checkpoint, literal) }).toMatchObject({
      opensOn: expected.opensOn,
      dueOn: expected.dueOn,
      reminders: expected.reminders,
    });
    expect(escalatesOn(checkpoint, "branch", { scheme: literal, calendar })).toBe(branchOn);
    expect(escalatesOn(checkpoint, "bureau", { scheme: literal, calendar })).toBe(bureauOn);
  });
});

describe("a report-in that nobody confirms", () => {
  test.each(progress)("$name", ({ today, state, escalation }) => {
    const story = new Story(planned("2025-08-26")).sweep(today);
    expect(story.record.checkpoints[0]).toMatchObject({ state, escalation });
    expect(story.record.status).toBe("planned");
  });

  test("is reminded of once a day at most; reminders that nobody sent in time are skipped", () => {
    const missed = new Story(planned("2026-02-12")).sweep("2026-02-22");
    expect(missed.record.checkpoints[0]?.reminded).toBe(2);
    expect(missed.lines.find(({ type }) => type === "checkpoint.reminded")?.change).toMatchObject({
      sent: "2026-02-21",
      skipped: ["2026-02-17"],
    });
    const punctual = new Story(planned("2026-02-12"))
      .sweep("2026-02-17")
      .sweep("2026-02-21")
      .sweep("2026-02-24");
    expect(punctual.record.checkpoints[0]?.reminded).toBe(3);
    expect(punctual.events.filter((type) => type === "checkpoint.reminded")).toHaveLength(3);
  });

  test("walks through its steps in order, each once", () => {
    const story = new Story(planned("2025-08-26"));
    for (const today of ["2025-08-26", "2025-08-29", "2025-08-30", "2025-09-03", "2025-09-09", "2025-12-01"])
      story.sweep(today).sweep(today);
    expect(story.events).toEqual([
      "checkpoint.opened",
      "checkpoint.reminded",
      "checkpoint.late",
      "checkpoint.escalated",
      "checkpoint.escalated",
    ]);
  });
});

describe("confirming the day of report-in", () => {
  test.each(answers)("$name", ({ on, today, answer }) => {
    const outcome = new Story(planned("2025-08-26")).try("station", today, { act: "report-in", on });
    expect(answerOf(outcome)).toBe(answer);
  });

  test("twice is refused", () => {
    const story = new Story(planned("2025-08-26"));
    story.do("station", "2025-08-26", { act: "report-in", on: "2025-08-26" });
    const again = story.try("station", "2025-08-27", { act: "report-in", on: "2025-08-27" });
    expect(answerOf(again)).toBe("already-reported-in");
  });

  test("begins the service and ends reminders and escalation", () => {
    const story = new Story(planned("2025-08-26")).sweep("2025-09-03");
    story.do("station", "2025-09-04", { act: "report-in", on: "2025-09-02" });
    story.sweep("2025-10-31");
    expect(story.record).toMatchObject({ status: "serving", reportedInOn: "2025-09-02" });
    expect(story.record.checkpoints[0]).toMatchObject({
      state: "done",
      doneOn: "2025-09-02",
      escalation: "branch",
    });
  });

  test("with a term that starts nominally, a late day leaves the term as it is", () => {
    const story = new Story(planned("2025-08-26"));
    story.do("station", "2025-09-04", { act: "report-in", on: "2025-09-02" });
    expect(story.record.term).toEqual({ from: "2025-08-26", to: "2026-08-25" });
    expect(story.record.nominalFrom).toBeUndefined();
  });

  test("with a term that starts on report-in, the term moves to that day for its full length", () => {
    const story = new Story(planned("2025-08-26", startingOnReportIn), startingOnReportIn);
    story.do("station", "2025-09-04", { act: "report-in", on: "2025-09-02" });
    expect(story.record).toMatchObject({
      term: { from: "2025-09-02", to: "2026-09-01" },
      nominalFrom: "2025-08-26",
    });
    expect(story.record.checkpoints[0]).toMatchObject({
      opensOn: "2025-09-02",
      dueOn: "2025-09-05",
      state: "done",
    });
    story.sweep("2026-09-01");
    expect(story.record.status).toBe("serving");
    story.sweep("2026-09-02");
    expect(story.record.status).toBe("awaiting-ruling");
  });

  test("with a term that starts on report-in, the nominal day itself moves nothing", () => {
    const story = new Story(planned("2025-08-26", startingOnReportIn), startingOnReportIn);
    story.do("station", "2025-08-26", { act: "report-in", on: "2025-08-26" });
    expect(story.record.term).toEqual({ from: "2025-08-26", to: "2026-08-25" });
    expect(story.record.nominalFrom).toBeUndefined();
  });

  test("a moved term is still the plan that the file asked for; another start is not", () => {
    const story = new Story(planned("2025-08-26", startingOnReportIn), startingOnReportIn);
    story.do("station", "2025-09-04", { act: "report-in", on: "2025-09-02" });
    expect(isSamePlan(story.record, planned("2025-08-26", startingOnReportIn))).toBe(true);
    expect(isSamePlan(story.record, planned("2025-09-02", startingOnReportIn))).toBe(false);
  });
});
