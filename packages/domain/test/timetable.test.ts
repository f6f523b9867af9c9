import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addDays, addMonths, dateOf, datesBetween, dayNumber } from "../src/calendarDate.ts";
import {
  escalatesOn,
  missedOn,
  monthsOf,
  planCheckpoints,
  planOf,
  remindersOf,
  replanCheckpoints,
} from "../src/checkpoint.ts";
import type { CheckpointPlan } from "../src/schemeSchema.ts";
import type { Checkpoint, Secondment } from "../src/secondment.ts";
import { isWorkingDay } from "../src/workCalendar.ts";
import data from "./cases/timetable.json" with { type: "json" };
import { calendar, termFrom, wholeTimetable, withoutNotices } from "./support/world.ts";

const date = z.iso.date();
const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      from: date,
      key: z.string(),
      opensOn: date,
      dueOn: date,
      reminders: z.array(date),
      branchOn: date,
      bureauOn: date,
      missedOn: date.nullable(),
    }),
  )
  .parse(data);
const scheme = wholeTimetable;
const rules = { scheme, calendar };
const planOfTerm = (from: string) => planCheckpoints(termFrom(from), scheme, calendar);

function only(checkpoints: readonly Checkpoint[], key: string): Checkpoint {
  const [found, ...others] = checkpoints.filter((each) => each.key === key);
  if (!found || others.length > 0) throw new Error(`${others.length + 1} checkpoints ${key}`);
  return found;
}

describe("opening, due date, reminders, escalation, the end of waiting", () => {
  test.each(cases)("$name", ({ from, key, name: _, ...dates }) => {
    const checkpoint = only(planOfTerm(from), key);
    const { opensOn, dueOn } = checkpoint;
    expect({
      opensOn,
      dueOn,
      reminders: remindersOf(checkpoint, scheme),
      branchOn: escalatesOn(checkpoint, "branch", rules),
      bureauOn: escalatesOn(checkpoint, "bureau", rules),
      missedOn: missedOn(checkpoint, rules) ?? null,
    }).toEqual(dates);
  });
});

describe("the plan of a term", () => {
  test("has every step of the timetable by due date: thirteen months of attendance where the term begins inside one", () => {
    const keys = planOfTerm("2025-08-26").map(({ key }) => key);
    expect(keys.filter((key) => !key.startsWith("attendance."))).toEqual([
      ...["report-in", "quarter.3", "mid-term", "quarter.9", "self-report", "end", "ruling", "showcase"],
    ]);
    expect(keys.filter((key) => key.startsWith("attendance."))).toHaveLength(13);
    const fromTheFirst = planOfTerm("2026-01-01").filter(({ key }) => key.startsWith("attendance."));
    expect(fromTheFirst.map(({ key }) => key.slice(-2)).join(" ")).toBe(
      "01 02 03 04 05 06 07 08 09 10 11 12",
    );
  });

  const anyStart = fc.integer({ min: dayNumber("2023-01-01"), max: dayNumber("2028-12-31") }).map(dateOf);
  const anyCalendar = fc.constantFrom(calendar, withoutNotices);
  test("from any day: each key once, due on a working day not before it opens, nothing opens before the term", () => {
    fc.assert(
      fc.property(anyStart, anyCalendar, (from, days) => {
        const checkpoints = planCheckpoints(termFrom(from), scheme, days);
        expect(new Set(checkpoints.map(({ key }) => key)).size).toBe(checkpoints.length);
        for (const each of checkpoints) {
          expect(isWorkingDay(days, each.opensOn)).toBe(true);
          expect(isWorkingDay(days, each.dueOn)).toBe(true);
          expect(from <= each.opensOn && each.opensOn <= each.dueOn).toBe(true);
          const reminders = remindersOf(each, scheme);
          expect(reminders.every((on) => each.opensOn < on && on <= each.dueOn)).toBe(true);
        }
        const due = checkpoints.map(({ dueOn }) => dueOn);
        expect(due).toEqual(due.toSorted());
      }),
    );
  });

  test("from any day: reminders, then the branch, the bureau, and the end of waiting", () => {
    fc.assert(
      fc.property(anyStart, anyCalendar, (from, days) => {
        const at = { scheme, calendar: days };
        for (const each of planCheckpoints(termFrom(from), scheme, days)) {
          const branch = escalatesOn(each, "branch", at);
          const bureau = escalatesOn(each, "bureau", at);
          const missed = missedOn(each, at);
          expect(each.dueOn < branch && branch < bureau && (missed === undefined || bureau < missed)).toBe(
            true,
          );
        }
      }),
    );
  });

  test.each([
    [0, "2025-11-26"],
    [1, "2025-11-25"],
    [10, "2025-11-17"],
    [60, "2025-09-28"],
    [120, "2025-08-26"],
  ])(
    "a lead of %i days opens the quarter on %s, never on a day off or before the term",
    (opensDaysBefore, on) => {
      const quarter: CheckpointPlan = { ...planOf(scheme, "quarter.3"), opensDaysBefore };
      const led = planCheckpoints(termFrom("2025-08-26"), { ...scheme, checkpoints: [quarter] }, calendar);
      expect(only(led, "quarter.3").opensOn).toBe(on);
    },
  );
});

describe("planned anew", () => {
  const term = termFrom("2025-08-26");
  /** The plan with everything done, open or late that had opened by a day. */
  const asOf = (today: string): Checkpoint[] =>
    planCheckpoints(term, scheme, calendar).map((each) =>
      each.opensOn <= today ? { ...each, state: each.dueOn < today ? "late" : "open" } : each,
    );
  const replan = (today: string, to: Partial<Secondment["term"]>, days = calendar) => {
    const next = { ...term, ...to };
    return replanCheckpoints({ checkpoints: asOf(today), term: next }, next.to, { scheme, calendar: days });
  };
  const keysOf = (checkpoints: readonly Checkpoint[]) => checkpoints.map(({ key }) => key);

  test("what has not changed is the same list, whatever has opened", () => {
    for (const today of datesBetween("2025-08-20", "2026-11-30"))
      expect(replan(today, {})).toEqual(asOf(today));
  });

  test("for a term that begins later: what has opened keeps its dates, the rest moves", () => {
    const moved = replan("2025-09-08", { from: "2025-09-08", to: "2026-09-07" });
    expect(only(moved, "report-in")).toEqual(only(asOf("2025-09-08"), "report-in"));
    // Nobody was there in August.
    const august = only(asOf("2025-09-08"), "attendance.2025-08");
    expect(only(moved, "attendance.2025-08")).toEqual({ ...august, state: "dropped" });
    expect(only(moved, "quarter.3")).toMatchObject({ dueOn: "2025-12-08", state: "planned" });
    expect(only(moved, "end").dueOn).toBe("2026-09-08");
    expect(keysOf(moved)).toContain("attendance.2026-09");
  });

  test("for a term that ends earlier: later steps fall away, those that hang on the end come with it", () => {
    const today = "2026-03-04";
    const shorter = replan(today, { to: "2026-03-31" });
    for (const gone of ["quarter.9", "attendance.2026-04", "attendance.2026-08"])
      expect(keysOf(shorter)).not.toContain(gone);
    expect(only(shorter, "mid-term")).toEqual(only(asOf(today), "mid-term"));
    expect(only(shorter, "self-report").dueOn).toBe("2026-03-02");
    expect(only(shorter, "end").dueOn).toBe("2026-04-01");
    expect(only(shorter, "attendance.2026-03").dueOn).toBe("2026-04-07");
    expect(only(shorter, "showcase").dueOn).toBe("2026-06-01");
  });

  test("for a longer term: the end moves on, the months in between are added, what was open is not asked for twice", () => {
    const today = "2026-08-20";
    const longer = replan(today, { to: "2026-11-10" });
    const added = ["attendance.2026-09", "attendance.2026-10", "attendance.2026-11"];
    expect(keysOf(longer)).toEqual(expect.arrayContaining(added));
    // The end assessment had opened: people were told its date.
    expect(only(longer, "end")).toEqual(only(asOf(today), "end"));
    expect(only(longer, "ruling").dueOn > only(asOf(today), "ruling").dueOn).toBe(true);
    expect(only(longer, "showcase").dueOn).toBe("2027-01-11");
  });

  test("under another calendar: what has opened keeps its date, what has not is dated by the new one", () => {
    const mondayToFriday = replan("2025-10-10", {}, withoutNotices);
    expect(only(mondayToFriday, "attendance.2025-09").dueOn).toBe("2025-10-09");
    expect(only(mondayToFriday, "attendance.2026-04").dueOn).toBe("2026-05-05");
  });

  test("done, missed and dropped stay as they are", () => {
    const states = ["done", "missed", "dropped"] as const;
    for (const state of states) {
      const checkpoints = asOf("2025-08-20").map((each) =>
        each.key === "quarter.3" ? { ...each, state } : each,
      );
      const next = replanCheckpoints({ checkpoints, term }, "2025-10-31", rules);
      expect(only(next, "quarter.3")).toMatchObject({ state, dueOn: "2025-11-26" });
    }
  });
});

test("months later and earlier agree with Temporal, from every day of five years", () => {
  for (const from of datesBetween("2024-01-01", "2028-12-31"))
    for (const months of [-24, -11, -1, 0, 1, 2, 3, 6, 9, 12, 24]) {
      const expected = Temporal.PlainDate.from(from).add({ months }).toString();
      if (addMonths(from, months) !== expected)
        expect([from, months, addMonths(from, months)]).toEqual(expected);
    }
  expect(() => addMonths("2026-02-30", 1)).toThrow(RangeError);
});

test.each([
  ["2025-08-26", "2025-08-26", "2025-08"],
  ["2025-08-31", "2025-09-01", "2025-08 2025-09"],
  ["2025-12-31", "2026-01-01", "2025-12 2026-01"],
  ["2025-12-01", "2025-11-30", ""],
])("the months of %s to %s are %s", (from, to, months) => {
  expect(monthsOf({ from, to }).join(" ")).toBe(months);
  expect(addDays(from, 0)).toBe(from);
});
