import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Ruling } from "../src/ruling.ts";
import {
  claimedUntil,
  officerHeld,
  type Secondment,
  secondmentSchema,
  secondmentStatuses,
} from "../src/secondment.ts";
import { type EarlyEndInput, endEarly } from "../src/term/endEarly.ts";
import data from "./cases/earlyEnd.json" with { type: "json" };
import { arrived, timetabled } from "./support/forms.ts";
import { away, furtherTerm, Hearing, ruledOn } from "./support/rulings.ts";
import {
  type AbsenceCase,
  absenceCaseSchema,
  absencesOf,
  after,
  answerOf,
  ground,
  must,
  person,
  planned,
  termFrom,
} from "./support/world.ts";

const answer = z.string();
const { dates, people, statuses, withdrawn } = z
  .strictObject({
    dates: z.array(
      z.strictObject({
        name: z.string(),
        from: z.string().optional(),
        on: z.string(),
        heardOn: z.string().optional(),
        answer,
      }),
    ),
    people: z.array(z.strictObject({ by: z.string(), answer })),
    statuses: z.array(z.strictObject({ status: z.enum(secondmentStatuses), answer })),
    withdrawn: z.array(
      z.strictObject({
        name: z.string(),
        from: z.string(),
        on: z.string().optional(),
        absences: z.array(absenceCaseSchema).default([]),
        answer,
        held: z.string().nullable(),
      }),
    ),
  })
  .parse(data);

const cancelled: EarlyEndInput = {
  on: ruledOn,
  outcome: "cancelled",
  reason: "moved to another city",
  consultation: { with: "host station", on: "2026-03-01", note: "agrees" },
};
const completed: EarlyEndInput = { ...cancelled, outcome: "completed" };

/** A year that runs since 2025-06-01, nobody away. */
const running = (facts: Partial<Secondment> = {}) => arrived("2025-06-01", facts);
const at = (record: Secondment, by = "hr") => ground(record, by, ruledOn, timetabled);
const codes = (record: Secondment) => record.checkpoints.map(({ key, state }) => `${key} ${state}`);

describe("ending a term early", () => {
  test.each(dates)("$name: $answer", ({ from = "2025-06-01", on, heardOn, answer: expected }) => {
    const input = {
      ...cancelled,
      on,
      ...(heardOn && { consultation: { ...cancelled.consultation, on: heardOn } }),
    };
    expect(answerOf(endEarly(at(arrived(from)), input))).toBe(expected);
  });

  test.each(people)("by $by is $answer", ({ by, answer: expected }) => {
    const actor = by === "hr who is the officer" ? { ...person("hr"), serviceNumber: "100001" } : person(by);
    expect(answerOf(endEarly({ ...at(running()), actor }, cancelled))).toBe(expected);
  });

  test.each(statuses)("of one $status is $answer", ({ status, answer: expected }) => {
    expect(answerOf(endEarly(at(running({ status })), cancelled))).toBe(expected);
  });

  test("waits for a proposed ruling and for a request for a further term", () => {
    const ruling: Ruling = {
      id: "r1",
      outcome: "not-recognised",
      state: "proposed",
      revision: 1,
      proposed: { by: { id: "hr", role: "hr" }, on: ruledOn, reason: "x" },
      countedDays: 16,
      limitDays: 15,
      calendarVersion: 1,
    };
    expect(answerOf(endEarly(at(running({ rulings: [ruling] })), cancelled))).toBe("ruling-already-proposed");
    const extension = furtherTerm;
    expect(answerOf(endEarly(at(running({ extension })), cancelled))).toBe("extension-open");
    const granted = { ...furtherTerm, state: "granted" as const };
    expect(answerOf(endEarly(at(running({ extension: granted })), cancelled))).toBe("further-term-granted");
  });
});

describe("a cancelled term", () => {
  test("asks for nothing any more, is not ruled, and frees its post after the last day", () => {
    const record = after(endEarly(at(running()), cancelled));
    expect([record.status, record.endedOn, claimedUntil(record)]).toEqual(["ended-early", ruledOn, ruledOn]);
    expect(record.earlyEnd).toMatchObject({ outcome: "cancelled", decidedOn: ruledOn });
    expect(codes(record).filter((each) => /planned|open|late/.test(each))).toEqual([]);
    const hearing = new Hearing(record);
    expect(answerOf(hearing.try("hr", { act: "propose", outcome: "recognised" }, "2026-06-02"))).toBe(
      "not-waiting-for-ruling",
    );
    expect(answerOf(hearing.try("hr", { act: "end", input: cancelled }))).toBe("already-ended-early");
  });

  test("one to which nobody reported in is withdrawn, and cannot be completed", () => {
    const record = planned("2026-02-24", timetabled);
    expect(answerOf(endEarly(at(record), completed))).toBe("never-reported-in");
    const change = must(endEarly(at(record), cancelled));
    expect([change.after.status, change.event.type]).toEqual(["withdrawn", "secondment.withdrawn"]);
    const future = planned("2026-08-26", timetabled);
    expect(answerOf(endEarly(at(future), cancelled))).toBe("accepted");
  });
});

describe("whoever is withdrawn stays held for the days that it leaves behind", () => {
  test.each(withdrawn)("$name: $held", ({ from, on = ruledOn, absences, answer: expected, held }) => {
    const record = { ...planned(from, timetabled), absences: absencesOf(absences) };
    const outcome = endEarly(at(record), { ...cancelled, on });
    expect(answerOf(outcome)).toBe(expected);
    if (!outcome.ok) return;
    const { after: gone, event } = outcome.value;
    expect(officerHeld(gone)).toEqual(held === null ? undefined : { from, to: held });
    expect(event).toMatchObject({ change: { on, ...(held !== null && { heldUntil: held }) } });
    expect("heldUntil" in event.change).toBe(held !== null);
  });

  test("one of before that says nothing holds nobody", () => {
    const record = planned("2026-02-24", timetabled);
    const { heldUntil: _, ...earlyEnd } = after(endEarly(at(record), cancelled)).earlyEnd ?? {};
    expect(officerHeld(secondmentSchema.parse({ ...record, status: "withdrawn", earlyEnd }))).toBeUndefined();
  });
});

describe("a year that its count has to bring to a ruling is not cancelled", () => {
  const record = (days: number, facts: Partial<Secondment> = {}) =>
    running({ absences: absencesOf(away(days)), ...facts });
  const halfPending: AbsenceCase = {
    class: "personal",
    from: "2025-07-02 pm",
    to: "2025-07-02",
    state: "requested",
  };
  const pending = absencesOf([...away(15), halfPending]);
  const review = { openedOn: "2026-02-24", countedDays: 15.5 };

  test.each<[string, Secondment, string, string]>([
    ["15.0 days", record(15), "accepted", "accepted"],
    ["15.5 days", record(15.5), "must-be-ruled", "accepted"],
    [
      "15.0 days, half a day waits for a decision",
      record(15, { absences: pending }),
      "undecided-may-exceed",
      "accepted",
    ],
    [
      "14.5 days, half a day waits for a decision",
      record(14.5, { absences: absencesOf([...away(14.5), halfPending]) }),
      "accepted",
      "accepted",
    ],
    [
      "15.5 days, half a day of which is made up",
      record(15.5, { madeUpDays: 0.5 }),
      "accepted",
      "make-up-not-served",
    ],
    [
      "15.0 days after half a day of the term before",
      record(15, { continues: { id: "c0", carriedDays: 0.5 } }),
      "must-be-ruled",
      "accepted",
    ],
    [
      "15.0 days, the review not closed yet",
      record(15, { status: "under-review", reviews: [review] }),
      "must-be-ruled",
      "accepted",
    ],
    [
      "15.0 days, the review closed",
      record(15, { reviews: [{ ...review, closedOn: "2026-02-26" }] }),
      "accepted",
      "accepted",
    ],
  ])("%s", (_name, subject, ifCancelled, ifCompleted) => {
    expect(answerOf(endEarly(at(subject), cancelled))).toBe(ifCancelled);
    expect(answerOf(endEarly(at(subject), completed))).toBe(ifCompleted);
  });

  test("nor by an end before the days that went over the limit, nor where nobody ever reported in", () => {
    const early = absencesOf([...away(15), { class: "sick", from: "2026-02-24" }]);
    const outcome = endEarly(at(running({ absences: early })), { ...cancelled, on: "2026-02-10" });
    expect(outcome).toMatchObject({
      refusals: [{ code: "must-be-ruled", field: "outcome", params: { countedDays: 16, limitDays: 15 } }],
    });
    const { reportedInOn: _, ...absent } = record(16);
    expect(answerOf(endEarly(at({ ...absent, status: "planned" }), cancelled))).toBe("must-be-ruled");
  });
});

describe("a term completed early", () => {
  test("is planned to its new end and then awaits its ruling", () => {
    const hearing = new Hearing(running()).sweep("2026-02-27");
    hearing.do("hr", { act: "end", input: { ...completed, on: "2026-03-31" } });
    const { record } = hearing;
    expect([record.status, record.endedOn]).toEqual(["serving", "2026-03-31"]);
    const due = new Map(record.checkpoints.map(({ key, dueOn }) => [key, dueOn]));
    expect(due.get("end")).toBe("2026-04-01");
    expect([due.has("attendance.2026-04"), due.has("attendance.2026-03")]).toEqual([false, true]);
    expect(hearing.sweep("2026-04-01").record.status).toBe("awaiting-ruling");
  });

  test("on a day back drops what had opened for days that fall away", () => {
    const hearing = new Hearing(running()).sweep(ruledOn);
    expect(codes(hearing.record)).toContain("attendance.2026-02 open");
    const { record } = hearing.do("hr", { act: "end", input: { ...completed, on: "2026-01-31" } });
    expect(codes(record)).toContain("attendance.2026-02 dropped");
    expect(codes(record)).toContain("attendance.2026-01 late");
    expect(hearing.sweep(ruledOn).record.status).toBe("awaiting-ruling");
  });

  test.each(["2026-01-31", "2026-02-20", "2026-02-27"])(
    "on %s asks for nothing that is late at once: five working days at the least",
    (on) => {
      const hearing = new Hearing(running()).sweep(ruledOn);
      const before = new Map(hearing.record.checkpoints.map(({ key, state }) => [key, state]));
      hearing.do("hr", { act: "end", input: { ...completed, on } });
      const asked = hearing.record.checkpoints.filter(
        ({ key, state }) => key !== "ruling" && state === "planned" && before.get(key) === "planned",
      );
      expect(asked.map(({ key }) => key)).toContain("self-report");
      expect(asked.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn < "2026-03-09")).toEqual([]);
      hearing.sweep("2026-03-09");
      expect(codes(hearing.record)).toContain("self-report open");
      hearing.sweep("2026-03-10");
      expect(codes(hearing.record)).toContain("self-report late");
    },
  );

  test("cannot take days out of a count near the limit; absences far from it may fall outside", () => {
    const since = (first: string) =>
      absencesOf([
        { class: "sick", from: first, to: "2025-07-04" },
        { class: "personal", from: "2026-03-09", to: "2026-03-10" },
      ]);
    // Ten days in July and two to come; nine and two.
    expect(answerOf(endEarly(at(running({ absences: since("2025-06-23") })), completed))).toBe(
      "absences-after-last-day",
    );
    expect(answerOf(endEarly(at(running({ absences: since("2025-06-30") })), completed))).toBe("accepted");
    expect(answerOf(endEarly(at(running({ absences: since("2025-06-23") })), cancelled))).toBe(
      "absences-after-last-day",
    );
    expect(answerOf(endEarly(at(running({ absences: since("2025-06-30") })), cancelled))).toBe("accepted");
  });

  test("nor days that still wait for a decision; whoever confirmed them later would count nothing", () => {
    const found = absencesOf([
      { class: "sick", from: "2026-01-05", to: "2026-01-09" },
      { class: "unexplained", from: "2026-02-24", to: "2026-03-02", state: "recorded" },
    ]);
    const end = (absences: Secondment["absences"]) =>
      answerOf(endEarly(at(running({ absences })), { ...completed, on: "2026-02-23" }));
    expect([end(found), end(found.slice(0, 1))]).toEqual(["absences-after-last-day", "accepted"]);
  });

  test("not while a make-up term runs: it raised the limit because its days are served", () => {
    const record = running({ madeUpDays: 16 });
    expect(answerOf(endEarly(at(record), completed))).toBe("make-up-not-served");
    expect(answerOf(endEarly(at(record), cancelled))).toBe("accepted");
  });

  test("the term itself keeps its nominal dates", () => {
    const record = after(endEarly(at(running()), completed));
    expect(record.term).toEqual(termFrom("2025-06-01"));
  });
});
