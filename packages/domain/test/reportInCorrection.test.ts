import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { isEffective, isPending } from "../src/absence.ts";
import { addDays } from "../src/calendarDate.ts";
import { halfDaysOf } from "../src/count/halfDays.ts";
import { unreportedHalves } from "../src/count/unreported.ts";
import { refusedRuling } from "../src/ruling/refusedRuling.ts";
import { type Secondment, secondmentSchema } from "../src/secondment.ts";
import { correctReportIn } from "../src/term/correctReportIn.ts";
import { approveReportIn, rejectReportIn, withdrawReportIn } from "../src/term/decideReportIn.ts";
import { endEarly } from "../src/term/endEarly.ts";
import { lateDaysOf } from "../src/term/reportIn.ts";
import { todosOf } from "../src/year/todosOf.ts";
import data from "./cases/reportInCorrection.json" with { type: "json" };
import { doAct, evidence, unexplained } from "./support/acts.ts";
import {
  absenceCaseSchema,
  absencesOf,
  after,
  answerOf,
  calendar,
  ground,
  literal,
  secondment,
} from "./support/world.ts";

const today = "2026-03-02";
const { corrections } = z
  .strictObject({
    corrections: z.array(
      z.strictObject({
        name: z.string(),
        reported: z.iso.date(),
        absences: z.array(absenceCaseSchema).optional(),
        steps: z.array(
          z.strictObject({
            on: z.iso.date(),
            withEvidence: z.boolean().optional(),
            state: z.string(),
            loweredDays: z.number().optional(),
          }),
        ),
      }),
    ),
  })
  .parse(data);

function correct(record: Secondment, on: string, { by = "hr", withEvidence = false } = {}) {
  const at = ground(record, by, today);
  const lateDays = lateDaysOf(at, on).days;
  return correctReportIn(at, { on, reason: "mistyped", lateDays, ...(withEvidence && { evidence }) });
}

describe("a correction of report-in that takes more than three days out of what is unreported", () => {
  test.each(corrections)("$name", ({ reported, absences = [], steps }) => {
    let record = secondment({ reportedInOn: reported, absences: absencesOf(absences) });
    for (const { on, withEvidence, state, loweredDays } of steps) {
      const before = record.reportedInOn;
      const outcome = correct(record, on, { withEvidence });
      if (!outcome.ok) {
        expect(answerOf(outcome)).toBe(state);
        continue;
      }
      record = after(outcome);
      expect(record.reportInCorrections.at(-1)).toMatchObject({ before, on, state, loweredDays });
      expect(record.reportedInOn).toBe(state === "made" ? on : before);
    }
  });

  const waiting = () =>
    after(correct(secondment({ reportedInOn: "2025-09-09" }), "2025-08-26", { withEvidence: true }));
  const todos = (record: Secondment) => todosOf(record, { scheme: literal, calendar }).map(([what]) => what);

  test("waits for the approver, and takes effect when another person approves it", () => {
    const record = waiting();
    expect(todos(record)).toContain("approve-report-in");
    expect(answerOf(approveReportIn(ground(record, "hr", today), "r1", {}))).toBe("same-person-decides");
    expect(answerOf(approveReportIn(ground(record, "station", today), "r1", {}))).toBe("needs-higher-rung");
    expect(answerOf(approveReportIn(ground(record, "officer", today), "r1", {}))).toBe("own-case");
    expect(answerOf(approveReportIn(ground(record, "approver", today), "r2", {}))).toBe(
      "unknown-report-in-correction",
    );
    const outcome = approveReportIn(ground(record, "approver", today), "r1", {});
    expect(outcome).toMatchObject({ value: { told: { code: "report-in-decided", to: [{ role: "hr" }] } } });
    const approved = after(outcome);
    expect(approved).toMatchObject({
      reportedInOn: "2025-08-26",
      reportInCorrections: [
        { state: "approved", loweredDays: 10, evidence, decision: { by: { id: "approver" } } },
      ],
    });
    expect(approved.checkpoints[0]?.doneOn).toBe("2025-08-26");
    expect(todos(approved)).not.toContain("approve-report-in");
    expect(answerOf(rejectReportIn(ground(approved, "approver", today), "r1", { reason: "no" }))).toBe(
      "report-in-correction-decided",
    );
  });

  test("is sent back by another person or taken back by who proposed it, and nothing changes", () => {
    const rejected = rejectReportIn(ground(waiting(), "approver", today), "r1", { reason: "no roster" });
    expect(after(rejected)).toMatchObject({
      reportedInOn: "2025-09-09",
      reportInCorrections: [{ state: "rejected", decision: { reason: "no roster" } }],
    });
    expect(answerOf(withdrawReportIn(ground(waiting(), "hr-2", today), "r1", {}))).toBe(
      "not-yours-to-change",
    );
    const withdrawn = after(withdrawReportIn(ground(waiting(), "hr", today), "r1", {}));
    expect(withdrawn).toMatchObject({
      reportedInOn: "2025-09-09",
      reportInCorrections: [{ state: "withdrawn" }],
    });
    // What was never made does not use up what one person may do alone.
    expect(answerOf(correct(withdrawn, "2025-09-04"))).toBe("accepted");
  });

  test("holds up another correction, an early end and a ruling while it waits", () => {
    const record = waiting();
    expect(answerOf(correct(record, "2025-09-08"))).toBe("report-in-undecided");
    const end = { on: today, outcome: "completed", reason: "moved" } as const;
    const consultation = { with: "所长", on: today, note: "" };
    expect(answerOf(endEarly(ground(record, "hr", today), { ...end, consultation }))).toBe(
      "report-in-undecided",
    );
    const statements = [
      {
        id: "s1",
        kind: "given" as const,
        on: today,
        by: { id: "officer", role: "officer" as const },
        hash: "",
      },
    ];
    const toRule = { ...record, status: "awaiting-ruling" as const, statements: statements as never };
    expect(refusedRuling(ground(toRule, "hr", today), "recognised")).toMatchObject({
      refusals: [{ code: "report-in-undecided" }],
    });
  });

  test("records of before know of no correction", () => {
    const { reportInCorrections: _, ...old } = secondment();
    expect(secondmentSchema.parse(old).reportInCorrections).toEqual([]);
  });

  test("one person alone never takes more than three days out, whatever is done beside it", () => {
    const from = "2025-08-26";
    const act = fc.record({
      act: fc.constantFrom("correct", "correct", "correct", "record", "void", "amend"),
      at: fc.nat(20),
      days: fc.nat(8),
      nth: fc.nat(5),
      has: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.array(act, { maxLength: 12 }), (late, acts) => {
        let record = secondment({ reportedInOn: addDays(from, late) });
        const first = unreportedHalves(record, { scheme: literal, calendar }, today);
        for (const each of acts) {
          const on = addDays(from, each.at);
          const range = unexplained(on, addDays(on, each.days));
          const id = record.absences[each.nth % Math.max(1, record.absences.length)]?.id ?? "none";
          const outcome =
            each.act === "correct"
              ? correct(record, on, { withEvidence: each.has })
              : doAct(
                  record,
                  "hr",
                  today,
                  each.act === "record"
                    ? { act: "record", facts: range }
                    : each.act === "void"
                      ? { act: "void", id, withEvidence: each.has }
                      : { act: "amend", id, facts: { from: range.from, to: range.to } },
                );
          if (outcome.ok) record = after(outcome);
        }
        const left = new Set(unreportedHalves(record, { scheme: literal, calendar }, today));
        const standing = record.absences
          .filter((each) => isEffective(each) || isPending(each))
          .map(halfDaysOf);
        const gone = first.filter(
          (half) => !left.has(half) && !standing.some((each) => each.first <= half && half <= each.last),
        );
        expect(gone.length / 2).toBeLessThanOrEqual(3);
      }),
    );
  });
});
