import { describe, expect, test } from "vitest";
import * as z from "zod";
import { previewDayOut, takeDayOut } from "../src/absence/takeDayOut.ts";
import { todosOf } from "../src/year/todosOf.ts";
import table from "./cases/takeDayOut.json" with { type: "json" };
import { counted, evidence, Story } from "./support/acts.ts";
import { absence, after, answerOf, calendar, factsOf, ground, literal, secondment } from "./support/world.ts";

const day = "2026-03-02";
const reason = "民警当日在岗处警";
const cases = z
  .array(
    z.object({
      name: z.string(),
      by: z.string(),
      today: z.string().default(day),
      day: z.string(),
      upTo: z.string().default("2026-03-13"),
      approvedBy: z.string().default("approver"),
      evidence: z.literal(true).optional(),
      answer: z.string(),
      counted: z.number().optional(),
    }),
  )
  .parse(table);

/** Sick leave from Monday 9 March, granted by the bureau's approver or by the station. */
function onLeave(upTo = "2026-03-13", approvedBy = "approver"): Story {
  const story = new Story(secondment());
  const id = story.do("officer", day, {
    act: "record",
    facts: factsOf({ class: "sick", from: "2026-03-09", to: upTo }),
  });
  story.do(approvedBy, day, { act: "approve", id, overLimit: true });
  return story;
}
const byStation = () => onLeave("2026-03-11", "station");

describe("one day is taken out of the middle of approved leave", () => {
  test.each(cases)("$name: $answer", (each) => {
    const story = onLeave(each.upTo, each.approvedBy);
    const at = ground(story.record, each.by, each.today);
    const outcome = takeDayOut(at, "a1", { day: each.day, reason, ...(each.evidence && { evidence }) });
    expect(answerOf(outcome)).toBe(each.answer);
    if (each.counted === undefined) return;
    story.record = after(outcome);
    expect(counted(story)).toBe(each.counted);
  });

  test("both pieces stay approved with who decided, half days at their ends, and the line says the day", () => {
    const story = onLeave("2026-03-13 am");
    const at = ground(story.record, "approver", day);
    const outcome = takeDayOut(at, "a1", { day: "2026-03-11", reason });
    const record = after(outcome);
    expect(absence(record, "a1")).toMatchObject({ state: "approved", from: "2026-03-09", to: "2026-03-10" });
    expect(absence(record, "a1").toHalf).toBeUndefined();
    const rest = absence(record, "a2");
    expect(rest).toMatchObject({ state: "approved", from: "2026-03-12", to: "2026-03-13", toHalf: "am" });
    expect(rest.effective).toEqual(absence(story.record, "a1").effective);
    expect(rest.decisions.map(({ act }) => act)).toEqual(["approve", "amend"]);
    const event = outcome.ok ? outcome.value.event : undefined;
    expect(event).toMatchObject({
      type: "absence.amended",
      change: { absenceId: "a1", restId: "a2", takenOut: "2026-03-11", countedDays: 3.5, reason },
    });
    // What is taken out is told once.
    const lowered = record.absences.flatMap(({ decisions }) =>
      decisions.map((each) => each.loweredDays ?? 0),
    );
    expect(lowered.reduce((sum, days) => sum + days, 0)).toBe(1);
  });

  test("what the officer asks is a to-do of the approver, counts until approved, and another person approves it", () => {
    const story = byStation();
    story.record = after(
      takeDayOut(ground(story.record, "officer", day), "a1", { day: "2026-03-10", reason }),
    );
    expect(absence(story.record, "a1").proposal).toMatchObject({ act: "take-out", day: "2026-03-10" });
    const todos = todosOf(story.record, { scheme: literal, calendar });
    expect(todos.map(([what, whose]) => [what, whose])).toContainEqual(["approve-proposal", "approver"]);
    expect(counted(story)).toBe(3);
    expect(answerOf(story.try("officer", day, { act: "approve", id: "a1" }))).toBe("own-case");
    expect(answerOf(story.try("station", day, { act: "approve", id: "a1" }))).toBe("needs-higher-rung");
    story.do("approver", day, { act: "approve", id: "a1" });
    expect(counted(story)).toBe(2);
    expect(absence(story.record, "a1").proposal).toBeUndefined();
    expect(absence(story.record, "a2").from).toBe("2026-03-11");
  });

  test("a proposal whose day is past when it is decided needs the evidence that it did not need before", () => {
    const story = byStation();
    story.record = after(
      takeDayOut(ground(story.record, "officer", day), "a1", { day: "2026-03-10", reason }),
    );
    expect(answerOf(story.try("approver", "2026-03-12", { act: "approve", id: "a1" }))).toBe(
      "proposal-without-evidence",
    );
  });

  test("only leave that is approved: neither a request that waits nor a finding", () => {
    const story = new Story(secondment());
    const facts = { from: "2026-03-09", to: "2026-03-13" };
    story.do("officer", day, { act: "record", facts: { class: "sick", ...facts } });
    const input = { day: "2026-03-11", reason, evidence };
    expect(answerOf(takeDayOut(ground(story.record, "approver", day), "a1", input))).toBe(
      "only-approved-leave",
    );
    story.do("station", day, { act: "record", facts: { class: "unexplained", ...facts } });
    story.do("hr", day, { act: "confirm", id: "a2" });
    expect(answerOf(takeDayOut(ground(story.record, "approver", day), "a2", input))).toBe(
      "only-approved-leave",
    );
  });

  test("the preview is what the act makes of the count, and says what has to be given", () => {
    const { record } = byStation();
    const asked = (by: string, on: string) => {
      const preview = previewDayOut(ground(record, by, on), "a1", "2026-03-10");
      if (!preview.ok) throw new Error(answerOf(preview));
      const { now, after: then, needsEvidence, needsSecondPerson } = preview.value;
      return [now.countedDays, then.countedDays, needsEvidence, needsSecondPerson];
    };
    expect(asked("approver", day)).toEqual([3, 2, false, false]);
    expect(asked("officer", day)).toEqual([3, 2, false, true]);
    expect(asked("officer", "2026-03-12")).toEqual([3, 2, true, true]);
  });
});
