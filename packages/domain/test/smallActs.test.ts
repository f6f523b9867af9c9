import { describe, expect, test } from "vitest";
import { mostOpenRequests } from "../src/absence/recordAbsence.ts";
import { dateOf, dayNumber } from "../src/calendarDate.ts";
import { endEarly } from "../src/term/endEarly.ts";
import { confirmReportIn } from "../src/term/reportIn.ts";
import { counted, evidence, Story, sick, standing, unexplained } from "./support/acts.ts";
import {
  type AbsenceCase,
  absence,
  absencesOf,
  answerOf,
  ground,
  literal,
  planned,
  secondment,
  startingOnReportIn,
} from "./support/world.ts";

const day = "2026-03-02";
const duty = { class: "ordered-duty", orderedBy: "host" } as const;
/** Nine working days each, all to come. */
const nines = [
  sick("2026-03-09", "2026-03-19"),
  sick("2026-03-23", "2026-04-02"),
  sick("2026-04-07", "2026-04-17"),
];

describe("the sum of small acts does not escape the second person", () => {
  test("three times nine days, each approved and turned to ordered duty by the approver: 27 days go on counting", () => {
    const story = new Story(secondment());
    for (const facts of nines) {
      const id = story.do("officer", day, { act: "record", facts });
      story.do("approver", day, { act: "approve", id, overLimit: true });
      expect(answerOf(story.try("approver", day, { act: "amend", id, facts: duty }))).toBe(
        "evidence-required",
      );
      story.do("approver", day, { act: "amend", id, facts: { ...duty, evidence } });
      expect(answerOf(story.try("approver", day, { act: "approve", id }))).toBe("same-person-decides");
    }
    expect(counted(story)).toBe(27);
    story.do("approver-2", day, { act: "approve", id: "a1" });
    expect(counted(story)).toBe(18);
    expect(absence(story.record, "a1").decisions.at(-1)).toMatchObject({ act: "approve", loweredDays: 9 });
  });

  test("one day turned to a class that does not count needs it too, whatever the count", () => {
    const story = standing({ class: "sick", from: "2026-03-09" });
    expect(answerOf(story.try("approver", day, { act: "amend", id: "a1", facts: duty }))).toBe(
      "evidence-required",
    );
  });

  test("what waits counts: nine days to come are not taken back by one person while nine more wait", () => {
    const [nine, another] = nines;
    const story = standing({ class: "sick", from: nine?.from ?? "", to: nine?.to ?? "" });
    expect(answerOf(story.try("station", day, { act: "void", id: "a1" }))).toBe("accepted");
    if (another) story.do("officer", day, { act: "record", facts: another });
    expect(answerOf(story.try("station", day, { act: "void", id: "a1" }))).toBe("evidence-required");
  });

  test("what was lowered before counts: nine days taken back, then no more than half a day alone", () => {
    const story = standing(
      { class: "sick", from: "2026-03-09", to: "2026-03-18" },
      { class: "sick", from: "2026-03-23 pm", to: "2026-03-23" },
      { class: "sick", from: "2026-03-24 pm", to: "2026-03-24" },
    );
    story.do("station", day, { act: "void", id: "a1" });
    expect(absence(story.record, "a1").decisions.at(-1)).toMatchObject({ act: "void", loweredDays: 8 });
    story.do("station", day, { act: "void", id: "a2" });
    story.do("officer", day, { act: "record", facts: sick("2026-03-30") });
    expect(answerOf(story.try("station", day, { act: "void", id: "a3" }))).toBe("evidence-required");
  });

  test("a void of before lowered days were kept is remembered by what it covered", () => {
    const void9: AbsenceCase = { class: "sick", from: "2026-03-09", to: "2026-03-19", state: "void" };
    const [old] = absencesOf([void9]);
    const [, one] = absencesOf([void9, { class: "sick", from: "2026-03-23" }]);
    if (!old || !one) throw new Error("two absences");
    const effective = { on: day, version: 2 };
    const remembered = new Story(secondment({ absences: [{ ...old, effective }, one] }));
    expect(answerOf(remembered.try("station", day, { act: "void", id: "a2" }))).toBe("evidence-required");
    const neverCounted = new Story(secondment({ absences: [old, one] }));
    expect(answerOf(neverCounted.try("station", day, { act: "void", id: "a2" }))).toBe("accepted");
  });
});

describe("days that are past", () => {
  test.each([
    ["yesterday", "2026-03-01", "2026-03-01", "accepted"],
    ["last Friday", "2026-02-27", "2026-02-27", "evidence-required"],
    ["today", "2026-03-02", "2026-03-02", "accepted"],
    ["from last Friday to next week", "2026-02-27", "2026-03-05", "evidence-required"],
  ])("%s: taken back by one person", (_name, from, to, answer) => {
    const story = standing({ class: "sick", from, to });
    expect(answerOf(story.try("station", day, { act: "void", id: "a1" }))).toBe(answer);
  });

  test("shortening only what is to come takes effect at once", () => {
    const story = standing({ class: "sick", from: "2026-02-27", to: "2026-03-05" });
    story.do("station", day, { act: "amend", id: "a1", facts: { to: "2026-03-04" } });
    expect(counted(story)).toBe(5);
  });

  test("another absence over the same days does not hide them", () => {
    const story = standing({ class: "sick", from: "2026-02-26" }, { class: "personal", from: "2026-02-26" });
    expect(answerOf(story.try("station", day, { act: "void", id: "a1" }))).toBe("evidence-required");
  });

  test("report-in that moves the term does not take them out either", () => {
    const record = {
      ...planned("2026-03-02", startingOnReportIn),
      absences: absencesOf([{ class: "sick", from: day }]),
    };
    const at = (by: string, today: string) => ground(record, by, today, startingOnReportIn);
    expect(answerOf(confirmReportIn(at("station", "2026-03-03"), "2026-03-03"))).toBe(
      "correction-lowers-count",
    );
    expect(answerOf(confirmReportIn(at("station", "2026-03-03"), day))).toBe("accepted");
  });
});

describe("days that a higher rung approved", () => {
  const decided = (by: string) => {
    const story = new Story(secondment());
    const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
    story.do(by, day, { act: "approve", id });
    return { story, id };
  };

  test.each([
    ["station", "station", "accepted"],
    ["station", "hr", "accepted"],
    ["branch", "station", "evidence-required"],
    ["branch", "branch-2", "accepted"],
    ["approver", "station", "evidence-required"],
    ["approver", "branch", "evidence-required"],
    ["approver", "hr", "evidence-required"],
    ["approver", "approver-2", "accepted"],
  ])("approved by %s, taken back by %s", (approver, by, answer) => {
    const { story, id } = decided(approver);
    expect(answerOf(story.try(by, day, { act: "void", id }))).toBe(answer);
  });
});

describe("an early end takes away no days to come that a higher rung approved", () => {
  const ends = (by: string, outcome: "completed" | "cancelled") => {
    const story = new Story(secondment({ reportedInOn: "2025-06-02" }));
    const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09", "2026-03-11") });
    story.do(by, day, { act: "approve", id });
    const consultation = { with: "host station", on: day, note: "agrees" };
    return endEarly(ground(story.record, "hr", day), { on: day, outcome, reason: "moved", consultation });
  };

  test.each([
    ["station", "accepted"],
    ["branch", "accepted"],
    ["approver", "absences-after-last-day"],
  ])("approved by %s", (by, answer) => {
    expect([answerOf(ends(by, "completed")), answerOf(ends(by, "cancelled"))]).toEqual([answer, answer]);
  });
});

describe("findings", () => {
  test("a confirmed one is lowered by two people also on its own day", () => {
    const story = new Story(secondment());
    const id = story.do("inspector", day, { act: "record", facts: unexplained(day) });
    story.do("station", day, { act: "confirm", id });
    expect(answerOf(story.try("station-2", day, { act: "void", id }))).toBe("evidence-required");
  });

  test("who corrects what somebody else recorded does not take it back as their own", () => {
    const story = new Story(secondment());
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-26", "2026-02-27") });
    story.do("station", day, { act: "amend", id, facts: { note: "seen the roster" } });
    expect(answerOf(story.try("station", day, { act: "void", id }))).toBe("not-yours-to-change");
    expect(answerOf(story.try("inspector", day, { act: "void", id }))).toBe("accepted");
  });

  test("one that waits is shortened by nobody below who recorded it, and with evidence", () => {
    const story = new Story(secondment());
    const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-26", "2026-02-27") });
    const shorter = { act: "amend", id, facts: { to: "2026-02-26" } } as const;
    expect(answerOf(story.try("station", day, shorter))).toBe("finding-of-higher-rung");
    expect(answerOf(story.try("branch", day, shorter))).toBe("evidence-required");
    expect(answerOf(story.try("inspector", day, shorter))).toBe("accepted");
  });

  test("a scheme that lets any second person dismiss says so", () => {
    const lenient = { ...literal, findingDismissedBy: "any-second-person" } as const;
    for (const [scheme, answer] of [
      [literal, "finding-of-higher-rung"],
      [lenient, "accepted"],
    ] as const) {
      const story = new Story(secondment(), scheme);
      const id = story.do("inspector", day, { act: "record", facts: unexplained("2026-02-27") });
      expect(answerOf(story.try("station", day, { act: "reject", id }))).toBe(answer);
    }
  });
});

test("a request that waits turns to a class that does not count only with evidence, and another person decides", () => {
  const story = new Story(secondment());
  const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
  expect(answerOf(story.try("station", day, { act: "amend", id, facts: duty }))).toBe("evidence-required");
  story.do("station", day, { act: "amend", id, facts: { ...duty, evidence } });
  expect(answerOf(story.try("station", day, { act: "approve", id }))).toBe("same-person-decides");
});

test("the evidence of a proposal to void stays on the record when it is decided", () => {
  const story = standing({ class: "sick", from: "2026-02-26" });
  story.do("station", day, { act: "void", id: "a1", withEvidence: true });
  story.do("hr", day, { act: "approve", id: "a1" });
  expect(absence(story.record, "a1")).toMatchObject({
    state: "void",
    decisions: [
      { act: "propose-void", evidence },
      { act: "approve", loweredDays: 1 },
    ],
  });
});

test("moved days that one person might shift are not approved without evidence once they are past", () => {
  const story = new Story(secondment());
  const id = story.do("officer", day, { act: "record", facts: sick("2026-03-09") });
  story.do("station", day, { act: "approve", id });
  story.do("hr", day, { act: "amend", id, facts: { from: "2026-03-20", to: "2026-03-20" } });
  expect(absence(story.record, id).proposal).toBeDefined();
  expect(answerOf(story.try("approver", "2026-03-09", { act: "approve", id }))).toBe("accepted");
  expect(answerOf(story.try("approver", "2026-03-10", { act: "approve", id }))).toBe(
    "proposal-without-evidence",
  );
});

describe("a secondment is not cancelled while what is undecided could exceed", () => {
  const cancelled = {
    on: day,
    outcome: "cancelled",
    reason: "moved to another city",
    consultation: { with: "host station", on: day, note: "agrees" },
  } as const;
  const eleven: AbsenceCase = { class: "sick", from: "2026-01-05", to: "2026-01-19" };
  const four: AbsenceCase = { class: "sick", from: "2026-02-02", to: "2026-02-05", state: "requested" };
  const half: AbsenceCase = { class: "sick", from: "2026-02-06 pm", to: "2026-02-06", state: "requested" };
  const endOf = (...cases: AbsenceCase[]) =>
    endEarly(ground(standing(...cases).record, "hr", day), cancelled);

  test("11 count and 4 wait: 15.0 is no more than the limit", () => {
    expect(answerOf(endOf(eleven, four))).toBe("accepted");
  });

  test("11 count and 4.5 wait", () => {
    expect(answerOf(endOf(eleven, four, half))).toBe("undecided-may-exceed");
  });

  test("11 count and a proposal would make them 16", () => {
    const story = standing(eleven, { class: "sick", from: "2026-02-02", to: "2026-02-03" });
    story.do("hr", day, { act: "amend", id: "a2", facts: { to: "2026-02-06" } });
    expect(answerOf(endEarly(ground(story.record, "hr", day), cancelled))).toBe("undecided-may-exceed");
  });
});

test("thirty requests wait for a decision and no more; a finding is recorded all the same", () => {
  const from = dayNumber("2026-03-09");
  const waiting = Array.from(
    { length: mostOpenRequests },
    (_, at): AbsenceCase => ({
      class: "sick",
      from: dateOf(from + at),
      state: "requested",
    }),
  );
  const full = standing(...waiting);
  const another = { act: "record", facts: sick("2026-05-20") } as const;
  expect(answerOf(full.try("officer", day, another))).toBe("too-many-open-requests");
  expect(answerOf(full.try("station", day, { act: "record", facts: unexplained("2026-02-27") }))).toBe(
    "accepted",
  );
  expect(answerOf(standing(...waiting.slice(1)).try("officer", day, another))).toBe("accepted");
});
