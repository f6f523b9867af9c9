import { describe, expect, test } from "vitest";
import type { EarlyEnd } from "../src/earlyEnd.ts";
import { lastDayServed, limitDaysOf, type Secondment } from "../src/secondment.ts";
import { workingDays } from "../src/workCalendar.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { furtherTerm, Hearing, makingUp, rulable, ruledOn } from "./support/rulings.ts";
import { absencesOf, answerOf, calendar } from "./support/world.ts";

/** Fifteen and a half days missed in a year that still runs. */
const missed = absencesOf([
  { class: "sick", from: "2025-06-09", to: "2025-06-26" },
  { class: "personal", from: "2025-07-01", to: "2025-07-02 am" },
]);
const running = (facts: Partial<Secondment> = {}) =>
  rulable(0, { term: { from: "2025-06-01", to: "2026-05-31" }, absences: missed, ...facts });
const madeUp = (record = running()) => new Hearing(record, makingUp).ruled("make-up");
const state = ({ checkpoints }: Secondment, key: string) => checkpoints.find((each) => each.key === key);

describe("a make-up ruling", () => {
  test("lengthens the term by the working days missed, whole days, and lets the year go on", () => {
    const { record } = madeUp();
    expect(record.rulings[0]?.makeUp).toEqual({ days: 16, from: "2026-06-01", to: "2026-06-23" });
    const { workingDays: days } = workingDays(calendar, "2026-06-01", record.term.to);
    expect([days, record.term.to, record.status]).toEqual([16, "2026-06-23", "serving"]);
    expect([record.madeUpDays, limitDaysOf(record, makingUp)]).toEqual([16, 31]);
    expect(record.reviews.at(-1)).toMatchObject({ closedOn: ruledOn });
  });

  test("plans what has not begun to the new end, the ruling among it", () => {
    const { record } = madeUp();
    expect(state(record, "attendance.2026-06")).toMatchObject({ state: "planned" });
    expect(state(record, "ruling")).toMatchObject({ state: "planned" });
    expect((state(record, "ruling")?.dueOn ?? "") > "2026-06-24").toBe(true);
  });

  test("is ruled again at the new end: recognised when nothing more was missed", () => {
    const hearing = madeUp().sweep("2026-06-24");
    expect(hearing.record.status).toBe("awaiting-ruling");
    const open = hearing.record.checkpoints.map((each) =>
      ["ruling", "showcase"].includes(each.key) ? each : { ...each, state: "done" as const },
    );
    const again = new Hearing({ ...hearing.record, checkpoints: open }, makingUp);
    const propose = { act: "propose", outcome: "recognised" } as const;
    // What the officer said before the make-up term was not about it.
    expect(answerOf(again.try("hr", propose, "2026-06-24"))).toBe("statement-missing");
    const todos = todosOf(again.record, { scheme: makingUp, calendar });
    expect(todos.map(([what]) => what)).toContain("give-statement");
    again.do("officer", { act: "state", words: "I made up what I missed." }, "2026-06-24");
    again.do("hr", propose, "2026-06-24");
    again.do("approver", { act: "approve" }, "2026-06-24");
    expect(again.record.status).toBe("recognised");
  });

  test("a second one makes up only what the first has not", () => {
    const { record } = madeUp();
    const more = absencesOf([{ class: "sick", from: "2025-08-01", to: "2025-08-22" }]);
    const further = more.map((each) => ({ ...each, id: "a9" }));
    const again = new Hearing({ ...record, absences: [...record.absences, ...further] }, makingUp);
    again.ruled("make-up");
    // 31.5 days counted, 16 of them made up before.
    expect(again.record.rulings[1]?.makeUp?.days).toBe(16);
    expect(limitDaysOf(again.record, makingUp)).toBe(47);
  });

  test("after the term its days lie ahead of the ruling, not in the past", () => {
    const { record } = new Hearing(rulable(16), makingUp).ruled("make-up");
    expect(record.rulings[0]?.makeUp).toMatchObject({ days: 16, from: "2026-03-01" });
    expect(workingDays(calendar, "2026-03-03", record.term.to).workingDays).toBe(16);
  });

  test("not for a term that ended early, nor while a further term is asked for", () => {
    const end: EarlyEnd = {
      on: ruledOn,
      outcome: "completed",
      reason: "x",
      consultation: { with: "host", on: ruledOn, note: "x" },
      by: { id: "hr", role: "hr" },
      decidedOn: ruledOn,
    };
    const ended = new Hearing(running({ earlyEnd: end, endedOn: ruledOn }), makingUp);
    ended.do("officer", { act: "state", words: "x" });
    expect(answerOf(ended.try("hr", { act: "propose", outcome: "make-up" }))).toBe("make-up-after-early-end");
    const extension = furtherTerm;
    const asking = new Hearing(running({ extension }), makingUp);
    asking.do("officer", { act: "state", words: "x" });
    expect(answerOf(asking.try("hr", { act: "propose", outcome: "make-up" }))).toBe("extension-open");
  });

  test("set aside on review, the term is as long as before and over the limit again", () => {
    const hearing = madeUp().contested();
    hearing.do("approver-2", { act: "reopen" });
    const { record } = hearing;
    expect([record.status, lastDayServed(record), record.madeUpDays]).toEqual([
      "under-review",
      "2026-05-31",
      undefined,
    ]);
    expect(state(record, "attendance.2026-06")).toBeUndefined();
    expect(state(record, "ruling")?.state).toBe("planned");
  });
});
