import { describe, expect, test } from "vitest";
import { confirmFinding } from "../src/absence/finding.ts";
import {
  type Correction,
  checkCorrection,
  correctSpotCheckResult,
  standingOf,
} from "../src/spotCheck/spotCheckCorrection.ts";
import { recordFoundAbsence, recordSpotCheckResult } from "../src/spotCheck/spotCheckResult.ts";
import { type SpotCheck, spotCheckSchema } from "../src/spotCheck.ts";
import { acting, revealedCheck as check, on } from "./support/spotChecks.ts";
import { absencesOf, after, answerOf, ground, must, person, secondment } from "./support/world.ts";

describe("corrections", () => {
  const inspector2 = { actor: person("inspector-2"), today: "2026-03-09" };
  const first = (outcome: "present" | "on-leave" | "absent") =>
    must(recordSpotCheckResult(check, { secondmentId: "c1-100001", outcome }, acting)).after;
  const correct = (of: SpotCheck, to: Partial<Correction>, by = inspector2) =>
    correctSpotCheckResult(
      of,
      { secondmentId: "c1-100001", outcome: "absent", reason: "核对监控", ...to },
      by,
    );

  test("stand beside the first result, each with who, when and why; the last one counts", () => {
    const once = must(correct(first("present"), { outcome: "on-leave" })).after;
    const { after: twice, event } = must(correct(once, { absenceId: "a1", seen: 1 }));
    const [pick] = twice.picks;
    expect(pick?.result).toEqual({
      outcome: "present",
      by: { id: "inspector-1", role: "inspector" },
      on,
      corrections: [
        {
          outcome: "on-leave",
          reason: "核对监控",
          on: "2026-03-09",
          by: { id: "inspector-2", role: "inspector" },
        },
        {
          outcome: "absent",
          reason: "核对监控",
          on: "2026-03-09",
          absenceId: "a1",
          by: { id: "inspector-2", role: "inspector" },
        },
      ],
    });
    expect(pick?.result && standingOf(pick.result).outcome).toBe("absent");
    expect(event).toMatchObject({
      type: "spot-check.result-corrected",
      change: { was: "on-leave", outcome: "absent" },
    });
    expect(spotCheckSchema.shape.picks.parse(twice.picks)).toEqual(twice.picks);
  });

  test.each([
    ["present to absent", "present", { outcome: "absent" }, "accepted"],
    ["present to on leave", "present", { outcome: "on-leave" }, "accepted"],
    ["on leave to present", "on-leave", { outcome: "present" }, "accepted"],
    ["on leave to absent", "on-leave", { outcome: "absent" }, "accepted"],
    ["absent to present", "absent", { outcome: "present" }, "absent-is-a-finding"],
    ["absent to on leave", "absent", { outcome: "on-leave" }, "absent-is-a-finding"],
    ["present to present", "present", { outcome: "present" }, "nothing-changes"],
    ["what somebody else has corrected since", "present", { seen: 1 }, "changed-meanwhile"],
    ["somebody whose result is awaited", "present", { secondmentId: "c1-100002" }, "no-result-yet"],
    ["somebody who was not drawn", "present", { secondmentId: "c1-100009" }, "not-drawn"],
  ] as const)("%s", (_, was, to, answer) => expect(answerOf(correct(first(was), to))).toBe(answer));

  test("whoever recorded it may correct it: the finding still needs another person", () => {
    expect(answerOf(correct(first("present"), {}, acting))).toBe("accepted");
    const facts = { class: "unexplained", from: on, to: on } as const;
    const record = after(recordFoundAbsence(ground(secondment(), "inspector-1", on), facts, check));
    const own = confirmFinding(ground(record, "inspector-1", on), "a1", {});
    expect(answerOf(own)).toBe("same-person-decides");
  });

  test("three are enough", () => {
    let record = first("present");
    for (const outcome of ["on-leave", "present", "on-leave"] as const)
      record = must(correct(record, { outcome })).after;
    expect(answerOf(correct(record, {}))).toBe("too-many-corrections");
  });

  test.each([
    ["present while facts are open", "serving", "present", "accepted"],
    ["present before the ruling", "awaiting-ruling", "present", "accepted"],
    ["present after the ruling", "recognised", "present", "closed-to-facts"],
    ["present of somebody withdrawn", "withdrawn", "present", "closed-to-facts"],
    ["on leave that stands in the ledger", "serving", "on-leave", "accepted"],
    ["on leave after the ruling", "not-recognised", "on-leave", "closed-to-facts"],
  ] as const)("%s: what the secondment says", (_, status, outcome, answer) => {
    const absences = absencesOf([{ class: "annual", from: on }]);
    expect(answerOf(checkCorrection({ status, absences }, outcome, on))).toBe(answer);
  });

  test("on leave needs the leave in the ledger, and absent a secondment that is open to facts", () => {
    expect(answerOf(checkCorrection(secondment(), "on-leave", on))).toBe("no-leave-that-day");
    const ruled = ground(secondment({ status: "recognised" }), "inspector-1", on);
    const facts = { class: "unexplained", from: on, to: on } as const;
    expect(answerOf(recordFoundAbsence(ruled, facts, check))).toBe("closed-to-facts");
  });
});
