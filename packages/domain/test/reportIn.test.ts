import { describe, expect, test } from "vitest";
import * as z from "zod";
import { escalatesOn, remindersOf } from "../src/checkpoint.ts";
import type { Secondment } from "../src/secondment.ts";
import { correctReportIn } from "../src/term/correctReportIn.ts";
import { isSamePlan } from "../src/term/planSecondment.ts";
import { confirmReportIn, lateDaysOf } from "../src/term/reportIn.ts";
import { defaultTimetable } from "../src/timetable.ts";
import data from "./cases/reportIn.json" with { type: "json" };
import { Story, unexplained } from "./support/acts.ts";
import { furtherTerm } from "./support/rulings.ts";
import {
  absenceCaseSchema,
  absencesOf,
  after,
  answerOf,
  calendar,
  ground,
  literal,
  planned,
  startingOnReportIn,
} from "./support/world.ts";

const date = z.iso.date();
const { timetable, progress, answers, late } = z
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
    late: z.array(
      z.strictObject({
        name: z.string(),
        from: date,
        on: date,
        absences: z.array(absenceCaseSchema).optional(),
        asked: z.number(),
        provisional: z.boolean().optional(),
        said: z.array(z.strictObject({ days: z.number().optional(), answer: z.string() })),
      }),
    ),
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

  describe("that leaves working days unreported wants their number", () => {
    test.each(late)("$name", ({ from, on, absences, asked, provisional, said }) => {
      const record = { ...planned(from), absences: absencesOf(absences ?? []) };
      const at = ground(record, "station", on);
      expect(lateDaysOf(at, on)).toMatchObject({ days: asked, provisional: provisional === true });
      for (const { days, answer } of said)
        expect([days, answerOf(confirmReportIn(at, on, days))]).toEqual([days, answer]);
    });

    test("asks again with the figure when it changed meanwhile", () => {
      const at = ground(planned("2025-08-26"), "station", "2025-09-10");
      expect(confirmReportIn(at, "2025-09-02", 4)).toMatchObject({
        refusals: [{ code: "late-days-unconfirmed", field: "lateDays", params: { days: 5, provisional: 0 } }],
      });
      const line = confirmReportIn(at, "2025-09-02", 5);
      expect(line).toMatchObject({ value: { event: { change: { lateDays: 5 } } } });
    });

    test("a correction that leaves days unreported is asked the same", () => {
      const story = new Story(planned("2025-08-26"));
      story.do("station", "2025-09-10", { act: "report-in", on: "2025-08-26" });
      const at = ground(story.record, "hr", "2026-03-02");
      const correction = { on: "2025-08-28", reason: "mistyped" };
      expect(answerOf(correctReportIn(at, correction))).toBe("late-days-unconfirmed");
      expect(answerOf(correctReportIn(at, { ...correction, lateDays: 2 }))).toBe("accepted");
      // Said of a later day that was put right meanwhile: nothing is left to say.
      const onTime = correctReportIn(at, { on: "2025-08-25", reason: "mistyped", lateDays: 2 });
      expect(onTime).toMatchObject({ value: { event: { change: { on: "2025-08-25" } } } });
      expect(onTime).not.toMatchObject({ value: { event: { change: { lateDays: expect.anything() } } } });
    });
  });

  test("twice is refused", () => {
    const story = new Story(planned("2025-08-26"));
    story.do("station", "2025-08-26", { act: "report-in", on: "2025-08-26" });
    const again = story.try("station", "2025-08-27", { act: "report-in", on: "2025-08-27" });
    expect(answerOf(again)).toBe("already-reported-in");
  });

  describe("corrected", () => {
    const correct = (story: Story, on: string, by = "hr") => {
      const at = ground(story.record, by, "2026-03-02", story.scheme);
      return correctReportIn(at, { on, reason: "mistyped", lateDays: lateDaysOf(at, on).days });
    };
    const reported = (on: string, scheme = literal) => {
      const story = new Story(planned("2025-08-26", scheme), scheme);
      story.do("station", "2025-09-10", { act: "report-in", on });
      return story.sweep("2026-03-02");
    };

    test("keeps term and checkpoints under a nominal term", () => {
      const story = reported("2025-08-28");
      const { record } = { record: after(correct(story, "2025-08-26")) };
      expect(record).toMatchObject({ reportedInOn: "2025-08-26", term: story.record.term });
      expect(record.checkpoints[0]).toMatchObject({ state: "done", doneOn: "2025-08-26" });
    });

    test("moves the term where it starts on report-in; what has opened keeps its dates", () => {
      const scheme = { ...startingOnReportIn, checkpoints: defaultTimetable };
      const story = reported("2025-08-26", scheme);
      const record = after(correct(story, "2025-09-08"));
      expect(record).toMatchObject({
        term: { from: "2025-09-08", to: "2026-09-07" },
        nominalFrom: "2025-08-26",
      });
      const dueOf = (subject: Secondment, key: string) =>
        subject.checkpoints.find((each) => each.key === key)?.dueOn;
      expect(dueOf(record, "attendance.2025-10")).toBe(dueOf(story.record, "attendance.2025-10"));
      expect(record.checkpoints.find(({ key }) => key === "attendance.2025-08")?.state).toBe("missed");
      expect([dueOf(story.record, "quarter.9"), dueOf(record, "quarter.9")]).toEqual([
        "2026-05-26",
        "2026-06-08",
      ]);
      expect(record.checkpoints.filter(({ key }) => key === "report-in")).toMatchObject([
        { doneOn: "2025-09-08" },
      ]);
    });

    test.each([
      ["to the same day", "2025-08-28", "nothing-changes"],
      ["to tomorrow", "2026-03-03", "in-the-future"],
      ["to 31 days before the term", "2025-07-26", "outside-term"],
    ])("%s is refused", (_, on, code) => {
      expect(answerOf(correct(reported("2025-08-28"), on))).toBe(code);
    });

    test.each<[string, Partial<Secondment>]>([
      ["a make-up term", { madeUpDays: 16 }],
      ["an early end", { endedOn: "2026-02-27" }],
      ["the term before it", { continues: { id: "c1-100001", carriedDays: 0 } }],
      ["a further term", { extension: { ...furtherTerm, state: "granted" } }],
    ])("moves no term on which somebody decided since: %s", (_, facts) => {
      const story = reported("2025-08-26", startingOnReportIn);
      story.record = { ...story.record, ...facts };
      expect(answerOf(correct(story, "2025-08-27"))).toBe("term-was-changed");
    });

    test("is refused before any report-in, on the own case, and where it would lower a count near the limit", () => {
      expect(answerOf(correct(new Story(planned("2025-08-26")), "2025-08-26"))).toBe("not-reported-in");
      expect(answerOf(correct(reported("2025-08-28"), "2025-08-26", "officer"))).toBe("own-case");
      const story = reported("2025-08-26", startingOnReportIn);
      story.leave("2025-09-11", { class: "sick", from: "2025-08-27", to: "2025-09-10" });
      expect(answerOf(correct(story, "2025-09-08"))).toBe("correction-lowers-count");
    });
  });

  test("does not take days near the limit out of the term, decided or not", () => {
    const story = new Story(planned("2025-08-26", startingOnReportIn), startingOnReportIn);
    story.do("station", "2025-09-11", { act: "record", facts: unexplained("2025-08-26", "2025-09-10") });
    const reportIn = { act: "report-in", on: "2025-09-11" } as const;
    expect(answerOf(story.try("station", "2025-09-11", reportIn))).toBe("correction-lowers-count");
    story.do("branch", "2025-09-11", { act: "confirm", id: "a1" });
    expect(answerOf(story.try("station", "2025-09-11", reportIn))).toBe("correction-lowers-count");
    story.do("hr", "2025-09-12", { act: "void", id: "a1", withEvidence: true });
    story.do("hr-2", "2025-09-12", { act: "approve", id: "a1" });
    expect(answerOf(story.try("station", "2025-09-12", reportIn))).toBe("accepted");
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
      opensOn: "2025-08-26",
      dueOn: "2025-08-29",
      state: "done",
      doneOn: "2025-09-02",
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
