import { describe, expect, test } from "vitest";
import { approveAbsence } from "../src/absence/approveAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { monthDays } from "../src/assessment/daysOfMonth.ts";
import { changedMonths } from "../src/assessment/monthLedger.ts";
import type { Secondment } from "../src/secondment.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { sick } from "./support/acts.ts";
import { content, Filing, timetabled } from "./support/forms.ts";
import { Hearing, rulable, ruledOn } from "./support/rulings.ts";
import { absencesOf, after, answerOf, calendar, ground, must } from "./support/world.ts";

const rules = { scheme: timetabled, calendar };
const month = { act: "submit", key: "attendance.2025-11", by: "station" } as const;
const confirmed = (...days: string[]) => {
  const absences = absencesOf(days.map((from) => ({ class: "sick", from })));
  const filing = new Filing();
  filing.record = { ...filing.record, absences };
  return filing.do("station", "2025-12-01", { ...month, input: content({ countedDays: days.length }) });
};

/** Leave of November that is asked for and approved in December. */
function approvedLate(record: Secondment, from: string): Secondment {
  const asked = must(recordAbsence(ground(record, "officer", "2025-12-03", timetabled), sick(from))).after;
  const at = ground({ ...asked, version: asked.version + 1 }, "branch", "2025-12-04", timetabled);
  return after(approveAbsence(at, `a${asked.absences.length}`, {}));
}
const todos = (record: Secondment) => todosOf(record, rules).filter(([what]) => what === "reconfirm-month");

describe("a month that was confirmed and whose ledger changed afterwards", () => {
  test("is a to-do of the station since the decision, and is confirmed once more", () => {
    const filing = confirmed("2025-11-10");
    expect(changedMonths(filing.record, rules)).toEqual([]);
    filing.record = approvedLate(filing.record, "2025-11-20");
    expect(changedMonths(filing.record, rules)).toMatchObject([
      { month: "2025-11", confirmedDays: 1, ledgerDays: 2 },
    ]);
    expect(todos(filing.record)).toEqual([
      [
        ...["reconfirm-month", "station", "2025-12-04", "2025-12-11", "attendance.2025-11"],
        { month: monthDays(filing.record, "2025-11", rules) },
      ],
    ]);
    filing.do("station", "2025-12-05", { ...month, input: content({ countedDays: 2 }) });
    expect(changedMonths(filing.record, rules)).toEqual([]);
    expect(todos(filing.record)).toEqual([]);
    expect(answerOf(filing.try("station", "2025-12-05", month))).toBe("form-already-in");
  });

  test("leave in another month changes nothing of it", () => {
    const { record } = confirmed("2025-11-10");
    expect(changedMonths(approvedLate(record, "2025-12-02"), rules)).toEqual([]);
  });

  test("as many days but other ones are another ledger; a row of before is compared by its days alone", () => {
    const { record } = confirmed("2025-11-10", "2025-11-11");
    const moved = {
      ...record,
      absences: absencesOf([{ class: "sick", from: "2025-11-17", to: "2025-11-18" }]),
    };
    expect(changedMonths(moved, rules)).toMatchObject([{ confirmedDays: 2, ledgerDays: 2 }]);
    const old = moved.assessments.map(({ ledger: _, ...each }) => each);
    expect(changedMonths({ ...moved, assessments: old }, rules)).toEqual([]);
  });

  test("holds a ruling up until it is confirmed again, and is past once the year is ruled", () => {
    const filed = { form: "attendance", by: "station", state: "final", revision: 1 } as const;
    const act = {
      act: "submit",
      by: { id: "station", role: "station" },
      on: "2025-07-01",
      version: 3,
    } as const;
    const entry = { ...filed, id: "f1", checkpoint: "attendance.2025-06", evidence: [], history: [act] };
    const hearing = new Hearing(rulable(15, { assessments: [{ ...entry, countedDays: 13 }] }));
    hearing.do("officer", { act: "state", words: "I served the year." });
    expect(hearing.try("hr", { act: "propose", outcome: "recognised" })).toMatchObject({
      refusals: [{ code: "months-changed", params: { months: "2025-06" } }],
    });
    hearing.record = { ...hearing.record, assessments: [{ ...entry, countedDays: 14 }] };
    hearing.do("hr", { act: "propose", outcome: "recognised" });
    hearing.record = { ...hearing.record, assessments: [{ ...entry, countedDays: 13 }] };
    expect(answerOf(hearing.try("approver", { act: "approve" }))).toBe("months-changed");
    hearing.record = { ...hearing.record, assessments: [{ ...entry, countedDays: 14 }] };
    const { record } = hearing.do("approver", { act: "approve" }, ruledOn);
    expect(changedMonths({ ...record, assessments: [{ ...entry, countedDays: 13 }] }, rules)).toEqual([]);
  });
});
