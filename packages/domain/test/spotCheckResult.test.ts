import { describe, expect, test } from "vitest";
import { contestFinding } from "../src/absence/finding.ts";
import { checkOnLeave, recordFoundAbsence, recordSpotCheckResult } from "../src/spotCheck/spotCheckResult.ts";
import { assessmentsDueAt, candidatesOn, quarterOf } from "../src/spotCheck/stationLoad.ts";
import type { SpotCheck } from "../src/spotCheck.ts";
import { defaultTimetable } from "../src/timetable.ts";
import { acting, revealedCheck as check, on } from "./support/spotChecks.ts";
import { absencesOf, after, answerOf, ground, must, secondment } from "./support/world.ts";

const result = (of: SpotCheck, secondmentId: string) =>
  recordSpotCheckResult(of, { secondmentId, outcome: "present" }, acting);

describe("results", () => {
  test("the last one finishes the check; none is given twice, none to whom the draw did not name", () => {
    const one = must(result(check, "c1-100001")).after;
    expect(one.state).toBe("revealed");
    expect(must(result(one, "c1-100002")).after.state).toBe("finished");
    expect(answerOf(result(one, "c1-100001"))).toBe("result-recorded");
    expect(answerOf(result(one, "c1-100009"))).toBe("not-drawn");
    expect(answerOf(result({ ...check, state: "committed" }, "c1-100001"))).toBe("not-revealed");
  });

  test("an absent one becomes a finding that names the check, counts nothing yet and may be contested", () => {
    const facts = { class: "unexplained", from: on, to: on } as const;
    const record = after(recordFoundAbsence(ground(secondment(), "inspector-1", on), facts, check));
    expect(record.absences).toMatchObject([{ state: "recorded", kind: "finding", foundBy: "k1" }]);
    const objection = contestFinding(ground(record, "officer", on), "a1", { reason: "在外出警" });
    expect(answerOf(objection)).toBe("accepted");
  });

  test.each([
    ["the day itself", "unexplained", on, on, "accepted"],
    ["longer than the day", "recall", "2026-03-03", "2026-03-06", "accepted"],
    ["only before the day", "unexplained", "2026-03-02", "2026-03-03", "finding-misses-the-day"],
    ["only after the day", "unexplained", "2026-03-05", "2026-03-05", "finding-misses-the-day"],
    ["leave is not found", "sick", on, on, "finding-class-needed"],
  ] as const)("a finding of %s", (_, absenceClass, from, to, answer) => {
    const found = recordFoundAbsence(
      ground(secondment(), "inspector-1", on),
      { class: absenceClass, from, to },
      check,
    );
    expect(answerOf(found)).toBe(answer);
  });

  test.each([
    ["approved leave over the day", "approved", "2026-03-02", "accepted"],
    ["leave from the next day on", "approved", "2026-03-05", "no-leave-that-day"],
    ["leave that nobody approved yet", "requested", "2026-03-02", "no-leave-that-day"],
  ] as const)("away with %s", (_, state, from, answer) => {
    const absences = absencesOf([{ class: "annual", from, to: "2026-03-06", state }]);
    expect(answerOf(checkOnLeave({ absences }, on))).toBe(answer);
  });
});

describe("who may be drawn, and what a station has already", () => {
  const digest = (id: string, facts: object = {}) => ({
    id,
    station: ["S1", "一元派出所"] as const,
    from: "2025-08-26",
    to: "2026-08-25",
    status: "serving",
    checkpoints: [] as [string, string, string, string][],
    ...facts,
  });

  test("everybody whose term holds the day, by id, whatever the order", () => {
    const people = [
      digest("c1-3", { to: "2026-03-03", status: "ended-early" }),
      digest("c1-2", { from: on, status: "planned" }),
      digest("c1-1"),
      digest("c1-4", { from: "2026-03-05", status: "planned" }),
      digest("c1-5", { status: "withdrawn" }),
      digest("c1-6", { to: on, status: "under-review" }),
    ];
    expect(candidatesOn(on, { people }).map(([id]) => id)).toEqual(["c1-1", "c1-2", "c1-6"]);
  });

  test("forms that the station files count on their day and in their quarter; attendance and dropped ones do not", () => {
    const checkpoints: [string, string, string, string][] = [
      ["attendance.2026-02", on, "open", ""],
      ["mid-term", on, "open", ""],
      ["quarter.9", "2026-03-31", "planned", ""],
      ["quarter.3", "2026-04-01", "planned", ""],
      ["self-report", on, "open", ""],
      ["end", on, "dropped", ""],
    ];
    const cohorts = [
      {
        scheme: { checkpoints: defaultTimetable },
        people: [digest("c1-1", { checkpoints }), digest("c1-2")],
      },
      { scheme: { checkpoints: defaultTimetable }, people: [digest("c2-1", { checkpoints })] },
    ];
    expect(assessmentsDueAt(on, cohorts)).toEqual([["S1", 2, 4]]);
  });

  test.each([
    ["2026-03-31", "2026-Q1"],
    ["2026-04-01", "2026-Q2"],
    ["2026-12-31", "2026-Q4"],
  ])("%s lies in %s", (date, quarter) => expect(quarterOf(date)).toBe(quarter));
});
