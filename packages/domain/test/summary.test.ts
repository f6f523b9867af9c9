import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { acknowledgeWarning } from "../src/absence/acknowledgeWarning.ts";
import { monthDays } from "../src/assessment/daysOfMonth.ts";
import { countOf } from "../src/count/count.ts";
import { canonical } from "../src/event.ts";
import { secondmentSchema } from "../src/secondment.ts";
import { summarySchema } from "../src/summary.ts";
import { writeHandOver } from "../src/term/writeHandOver.ts";
import type { Todo, TodoNote } from "../src/todo.ts";
import { isSameSummary } from "../src/year/sameSummary.ts";
import { summaryOf } from "../src/year/summaryOf.ts";
import { todosOf } from "../src/year/todosOf.ts";
import data from "./cases/todo.json" with { type: "json" };
import { evidence, Story, sick } from "./support/acts.ts";
import { anyCase } from "./support/arbitraries.ts";
import { dynamoSize } from "./support/dynamoSize.ts";
import {
  absenceCaseSchema,
  absencesOf,
  after,
  calendar,
  factsOf,
  ground,
  literal,
  planned,
  secondment,
  termFrom,
} from "./support/world.ts";

const rules = { scheme: literal, calendar };
const text = z.string();
const cases = z
  .array(
    z.strictObject({
      name: text,
      today: z.iso.date(),
      absences: z.array(absenceCaseSchema),
      todos: z.array(z.tuple([text, text, text, text, text])),
    }),
  )
  .parse(data);

describe("to-dos: what, whose, since when, due when", () => {
  test.each(cases)("$name", ({ today, absences, todos }) => {
    const story = new Story(secondment({ absences: absencesOf(absences) })).sweep(today);
    expect(todosOf(story.record, rules)).toEqual(todos);
  });

  test.each([
    ["before the term: none", "2025-08-25", []],
    ["open: the station's", "2025-08-26", [["report-in", "station", "2025-08-26", "2025-08-29", ""]]],
    ["late: still the station's", "2025-08-30", [["report-in", "station", "2025-08-26", "2025-08-29", ""]]],
    [
      "three working days late: the branch's",
      "2025-09-03",
      [["report-in", "branch", "2025-08-26", "2025-08-29", ""]],
    ],
    ["seven working days late: HR's", "2025-09-09", [["report-in", "hr", "2025-08-26", "2025-08-29", ""]]],
  ])("report-in %s", (_name, today, todos) => {
    expect(todosOf(new Story(planned("2025-08-26")).sweep(today).record, rules)).toEqual(todos);
  });

  test("days before a late report-in wait for HR to class them, until an absence explains them", () => {
    const story = new Story(planned("2025-08-26"));
    story.do("station", "2025-08-29", { act: "report-in", on: "2025-08-28" });
    expect(todosOf(story.record, rules)).toEqual([
      ["class-not-reported", "hr", "2025-08-28", "2025-09-02", ""],
    ]);
    story.leave("2025-08-29", { class: "personal", from: "2025-08-26", to: "2025-08-27" });
    expect(todosOf(story.record, rules)).toEqual([]);
  });

  test("an objection, then the proposal to take the finding back", () => {
    const story = new Story(
      secondment({ absences: absencesOf([{ class: "unexplained", from: "2026-02-02", to: "2026-02-13" }]) }),
    );
    story.do("officer", "2026-02-24", { act: "contest", id: "a1" });
    const warning = ["warning", "hr", "2026-02-02", "2026-02-05", "10"];
    expect(todosOf(story.record, rules)).toEqual([
      ["answer-contest", "branch", "2026-02-24", "2026-02-27", "a1"],
      warning,
    ]);
    story.do("hr", "2026-02-25", { act: "void", id: "a1", withEvidence: true });
    expect(todosOf(story.record, rules)).toEqual([
      ["approve-proposal", "approver", "2026-02-25", "2026-02-28", "a1"],
      warning,
    ]);
    story.do("approver", "2026-02-26", { act: "approve", id: "a1" });
    expect(todosOf(story.record, rules)).toEqual([warning]);
  });

  test("an acknowledged warning is off the list, and a lower one does not come back", () => {
    const story = new Story(secondment());
    story.leave("2026-01-12", { class: "sick", from: "2026-02-02", to: "2026-02-13" });
    story.leave("2026-01-13", { class: "sick", from: "2026-03-02", to: "2026-03-04" });
    story.sweep("2026-01-13");
    const seen = after(acknowledgeWarning(ground(story.record, "hr", "2026-01-13"), 13));
    expect(todosOf(seen, rules)).toEqual([]);
  });

  test.each(["recognised", "not-recognised", "withdrawn"] as const)(
    "%s: no fact waits any more",
    (status) => {
      const absences = absencesOf([{ class: "sick", from: "2026-03-04", state: "requested" }]);
      const { handOver } = after(
        writeHandOver(ground(secondment(), "officer", "2026-03-02"), { words: { advice: "x" } }),
      );
      expect(todosOf(secondment({ status, absences, handOver }), rules)).toEqual([]);
    },
  );
});

describe("the summary is derived from the record", () => {
  test("a row of before to-dos had notes says the same, one with other notes does not", () => {
    const due = ["file-form", "station", "2026-03-02", "2026-03-05"] as const;
    const month = monthDays(secondment(), "2026-02", rules);
    const rowWith = (note?: TodoNote, about = "attendance.2026-02") => ({
      ...summaryOf(secondment(), rules),
      todos: [[...due, about, ...(note ? [note] : [])]] as Todo[],
    });
    const fresh = rowWith({ month });
    expect(isSameSummary(rowWith({ month }), fresh)).toBe(true);
    expect(isSameSummary(rowWith(), fresh)).toBe(true);
    expect(isSameSummary(rowWith(undefined, "attendance.2026-01"), fresh)).toBe(false);
    expect(isSameSummary(rowWith({ month: { ...month, undecided: 1 } }), fresh)).toBe(false);
  });

  test("who, where, when, how much and what next", () => {
    const absences = absencesOf([
      { class: "sick", from: "2026-03-02" },
      { class: "personal", from: "2026-03-04", state: "requested" },
    ]);
    expect(summaryOf(secondment({ absences }), rules)).toEqual({
      id: "c1-100001",
      number: "100001",
      name: "第一〇〇一号",
      sex: "female",
      born: "1994-05",
      sending: ["010100", "刑事侦查支队"],
      branch: ["420102", "江岸分局"],
      station: ["42010201", "一元派出所"],
      from: "2025-08-26",
      to: "2026-08-25",
      status: "serving",
      counted: 1,
      pending: 1,
      limit: 15,
      next: "2026-08-26",
      todos: [["approve-request", "station", "2026-03-04", "2026-03-03", "a2"]],
    });
  });

  test("its figures are those of the count, whatever the record, and it parses", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar: own, today }) => {
        const summary = summaryOf(secondment(subject), { scheme, calendar: own });
        const count = countOf(subject, scheme, own, today);
        expect([summary.counted, summary.pending, summary.limit]).toEqual([
          count.countedDays,
          count.pendingDays,
          15,
        ]);
        expect(summary.provisional ?? false).toBe(count.provisional);
        expect(summary.countsProvisional ?? false).toBe(count.countsProvisionalDays);
        expect(summarySchema.parse(JSON.parse(canonical(summary)))).toEqual(summary);
      }),
    );
  });

  test("says next when something will be due, and nothing when nothing will", () => {
    expect(summaryOf(planned("2025-08-26"), rules).next).toBe("2025-08-26");
    expect(summaryOf(secondment({ status: "recognised" }), rules).next).toBeUndefined();
    expect(summaryOf(new Story(secondment()).sweep("2026-08-26").record, rules).next).toBeUndefined();
  });

  test("carries the provisional flag of a term that reaches past the published years", () => {
    expect(summaryOf(secondment({ term: termFrom("2025-12-25") }), rules).provisional).toBeUndefined();
    expect(summaryOf(secondment({ term: termFrom("2025-12-26") }), rules).provisional).toBe(true);
  });

  test.each([
    ["none", [], undefined],
    ["the last day of a published year", [{ class: "sick", from: "2026-12-24" }], undefined],
    ["the first day that belongs to the year after", [{ class: "sick", from: "2026-12-25" }], true],
    ["a day that waits", [{ class: "sick", from: "2027-01-04", state: "requested" }], true],
    ["a day off", [{ class: "sick", from: "2027-01-02" }], undefined],
    ["a class that does not count", [{ class: "ordered-duty", from: "2027-01-04" }], undefined],
  ] as const)("says of a term that reaches there whether one of its days does: %s", (_, spans, expected) => {
    const absences = absencesOf(spans);
    const summary = summaryOf(secondment({ term: termFrom("2026-04-01"), absences }), rules);
    expect([summary.provisional, summary.countsProvisional]).toEqual([true, expected]);
  });
});

describe("size, as DynamoDB bills it", () => {
  const asked = { class: "personal", from: "2026-04-13", state: "requested" } as const;
  const tenDays = { class: "sick", from: "2026-03-02", to: "2026-03-13" } as const;

  /** The row of the widest index, byCohort, as the table lays it out. */
  function indexRow(story: Story) {
    const summary = summaryOf(story.record, rules);
    const { id, number } = summary;
    const keys = { pk: `SECONDMENT#${id}`, sk: "RECORD", cohortId: "wuhan-2025-1", serviceNumber: number };
    return { ...keys, kind: "secondment", summary };
  }

  test.each([
    { name: "without a to-do", absences: [], todos: 0, atMost: 400 },
    { name: "with a request that waits", absences: [asked], todos: 1, atMost: 440 },
    { name: "with a request that waits and a warning", absences: [asked, tenDays], todos: 2, atMost: 480 },
  ])("an index row with Chinese names $name: at most $atMost bytes", ({ absences, todos, atMost }) => {
    const record = secondment({ id: "wuhan-2025-1-100001", absences: absencesOf(absences) });
    const row = indexRow(new Story(record).sweep("2026-03-02"));
    expect(row.summary.todos).toHaveLength(todos);
    expect(dynamoSize(row)).toBeLessThanOrEqual(atMost);
  });

  test("a record after a busy year, 20 absences with their decisions, is under 20 kB", () => {
    const story = new Story(planned("2025-08-26"));
    story.do("station", "2025-08-28", { act: "report-in", on: "2025-08-28" });
    for (let week = 0; week < 20; week += 1) {
      const from = new Date(Date.UTC(2025, 8, 1 + week * 14)).toISOString().slice(0, 10);
      const note = "因公外出，已向所长报告，材料附后。".repeat(2);
      const id = story.do("officer", from, {
        act: "record",
        facts: { ...sick(from), cause: "门诊就医", note, evidence },
      });
      story.do("officer", from, { act: "amend", id, facts: { class: "personal" } });
      story.do("approver", from, { act: "approve", id, overLimit: true });
      story.do("branch", from, { act: "amend", id, facts: { note: `${note}已核对。` } });
    }
    const finding = story.do("inspector", "2026-07-01", {
      act: "record",
      facts: factsOf({ class: "unexplained", from: "2026-06-30" }),
    });
    story.do("branch", "2026-07-02", { act: "confirm", id: finding, overLimit: true });
    story.do("officer", "2026-07-03", { act: "contest", id: finding });
    const record = secondmentSchema.parse({ ...story.sweep("2026-08-26").record, head: "0".repeat(64) });
    expect(record.reviews).toHaveLength(1);
    expect(dynamoSize(record)).toBeLessThan(20_000);
  });
});

test("the size helper agrees with a size worked out by hand", () => {
  expect(dynamoSize({ pk: "A#1", 名: "王", n: 12.5, list: ["a", 1], map: { ok: true } })).toBe(
    2 + 3 + (3 + 3) + (1 + 3) + (4 + 3 + (1 + 1) + (2 + 1)) + (3 + 3 + (2 + 1 + 1)),
  );
});
