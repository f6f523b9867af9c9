import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DayRange } from "@dunmiao/domain/count/monthDays";
import { secondmentStatuses } from "@dunmiao/domain/secondment";
import type { Summary } from "@dunmiao/domain/summary";
import { type Todo, todoKinds, todoOwners } from "@dunmiao/domain/todo";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { storedSummarySchema, summaryText } from "../src/summaryText.ts";

const summary: Summary = {
  id: "demo-2025-08-010017",
  number: "010017",
  name: "民警0017",
  sex: "male",
  born: "1993-08",
  sending: ["JG-08", "市局机关第08部门"],
  branch: ["420114", "蔡甸区分局"],
  station: ["420114-15", "蔡甸区第15派出所"],
  from: "2025-08-04",
  to: "2026-08-03",
  status: "under-review",
  counted: 15.5,
  pending: 0,
  limit: 15,
  next: "2026-08-04",
  todos: [
    ["approve-proposal", "approver", "2026-03-04", "2026-03-09", "a4"],
    ["review", "hr", "2026-02-02", "2026-02-02", ""],
  ],
};

const date = fc
  .integer({ min: 0, max: 36_524 })
  .map((day) => new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
const anyTodo = fc.tuple(
  fc.constantFrom(...todoKinds),
  fc.constantFrom(...todoOwners),
  date,
  date,
  fc.constantFrom(
    ...["", "a1", "a300", "10", "13.5", "mid-term", "quarter.3", "attendance.2026-03", "attendance.1999-12"],
    ...["own-plan", "own-plan.2026-03", "end", "f12"],
  ),
);
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const halfDays = fc.nat(62).map((halves) => halves / 2);
const rangesOf = (month: string): fc.Arbitrary<DayRange[]> =>
  fc.array(
    fc
      .record({ days: fc.tuple(dayOfMonth, dayOfMonth), starts: fc.boolean(), ends: fc.boolean() })
      .map(({ days, starts, ends }) => {
        const [from = "", to = ""] = days
          .toSorted((a, b) => a - b)
          .map((day) => `${month}-${String(day).padStart(2, "0")}`);
        return {
          from,
          to,
          ...(starts && { fromHalf: "pm" as const }),
          // An afternoon that ends at noon is no time at all.
          ...(ends && !(starts && from === to) && { toHalf: "am" as const }),
        };
      }),
    { maxLength: 3 },
  );
const anyForm: fc.Arbitrary<Todo> = fc
  .constantFrom("2026-03", "1999-12", "2024-07")
  .chain((month) =>
    fc.record({
      what: fc.constantFrom("file-form" as const, "reconfirm-month" as const),
      whose: fc.constantFrom(...todoOwners),
      plan: fc.constantFrom("attendance", "own-plan"),
      month: fc.constant(month),
      dates: fc.tuple(date, date),
      days: fc.option(
        fc.record({
          countedDays: halfDays,
          counted: rangesOf(month),
          pendingDays: halfDays,
          pending: rangesOf(month),
          undecided: fc.nat(40),
          otherDays: halfDays,
        }),
        { nil: undefined },
      ),
      isReturned: fc.constantFrom(true as const, undefined),
    }),
  )
  .map(({ what, whose, plan, month, dates, days, isReturned }): Todo => {
    const about = `${plan}.${month}`;
    if (!days && !isReturned) return [what, whose, ...dates, about];
    const note = { ...(days && { month: days }), ...(isReturned && { isReturned }) };
    return [what, whose, ...dates, about, note];
  });
const unit = fc.tuple(fc.string(), fc.string());
const anySummary: fc.Arbitrary<Summary> = fc
  .record({
    id: fc.string(),
    number: fc.string(),
    name: fc.string(),
    born: fc.string(),
    sex: fc.constantFrom("male" as const, "female" as const),
    sending: unit,
    branch: unit,
    station: unit,
    from: date,
    to: date,
    status: fc.constantFrom(...secondmentStatuses),
    counted: fc.double({ noNaN: true, noDefaultInfinity: true }),
    pending: fc.nat(),
    limit: fc.nat(),
    provisional: fc.constantFrom(true as const, undefined),
    completedEarly: fc.constantFrom(true as const, undefined),
    countsProvisional: fc.constantFrom(true as const, undefined),
    next: fc.option(date, { nil: undefined }),
    todos: fc.array(fc.oneof(anyTodo, anyForm), { maxLength: 5 }),
  })
  .map(({ provisional, completedEarly, countsProvisional, next, counted, ...rest }) => {
    // JSON has no negative zero, and no count is one.
    const figures = { counted: counted + 0 };
    return {
      ...rest,
      ...figures,
      ...(provisional && { provisional }),
      ...(completedEarly && { completedEarly }),
      ...(countsProvisional && { countsProvisional }),
      ...(next && { next }),
    };
  });

describe("the summary as it is stored", () => {
  test("is one array without names, short enough for every index", () => {
    expect(summaryText(summary)).toBe(
      '[1,"demo-2025-08-010017",0,"民警0017","m","1993-08","JG-08","市局机关第08部门","420114","蔡甸区分局",' +
        '["-15"],"蔡甸区第15派出所",20250804,364,"u",15.5,0,15,0,365,"Pa 212 5 a4","Rh 182 0"]',
    );
  });

  test("to-dos about one checkpoint share its dates, the usual ones are a letter with the month of the term", () => {
    const due = ["2026-03-02", "2026-03-05", "attendance.2026-02"] as const;
    const todos: Todo[] = [
      ["file-form", "station", ...due],
      ["chase-form", "hr", ...due],
      ["file-form", "hr", "2026-03-02", "2026-03-05", "own.3"],
    ];
    const text = summaryText({ ...summary, todos });
    expect(text).toContain('"FsHh 210 3 %a+6","Fh 210 3 own.3"');
    expect(storedSummarySchema.parse(text).todos).toEqual(todos);
  });

  test("a month to confirm has its days in a few letters, a form that was sent back a mark", () => {
    const due = ["2026-03-02", "2026-03-05", "attendance.2026-02"] as const;
    const counted: DayRange[] = [
      { from: "2026-02-02", to: "2026-02-04", toHalf: "am" },
      { from: "2026-02-09", to: "2026-02-09" },
    ];
    const pending: DayRange[] = [{ from: "2026-02-12", to: "2026-02-12", fromHalf: "pm" }];
    const days = { countedDays: 3.5, counted, pendingDays: 0.5, pending, undecided: 1, otherDays: 1.5 };
    const none = { countedDays: 0, counted: [], pendingDays: 0, pending: [], undecided: 0, otherDays: 0 };
    const todos: Todo[] = [
      ["file-form", "station", ...due, { month: days }],
      ["chase-form", "hr", ...due],
      ["reconfirm-month", "station", ...due, { month: none }],
      ["file-form", "station", "2026-03-02", "2026-03-05", "mid-term", { isReturned: true }],
    ];
    const text = summaryText({ ...summary, todos });
    expect(text).toContain('"FsHh 210 3 %a+6 =3.5:2-4a,9/.5:12p/1/1.5","Ys 210 3 %a+6 =","Fs 210 3 %m !"');
    expect(storedSummarySchema.parse(text).todos).toEqual(todos);
    const broken = text.replace("2-4a", "2-4x");
    expect(storedSummarySchema.safeParse(broken).success).toBe(false);
  });

  test.each([
    ["demo-7-x1", "7"],
    ["demo-a-7", "a-7"],
    ["demo-7", "7"],
    ["7", "7"],
  ])("the number of %s is read back as %s", (id, number) => {
    expect(storedSummarySchema.parse(summaryText({ ...summary, id, number }))).toMatchObject({ id, number });
  });

  test("reads back what was written, whatever the names hold", () => {
    fc.assert(
      fc.property(anySummary, (each) => {
        expect(storedSummarySchema.parse(summaryText(each))).toEqual(each);
      }),
    );
  });

  test.each([
    ["nothing", undefined],
    ["a map of attributes", summary],
    ["no JSON", "not json"],
    ["JSON that is no array", "{}"],
    ["an empty array", "[]"],
    ["a status that nobody knows", summaryText(summary).replace('"u"', '"on-holiday"')],
    ["a to-do letter that nobody knows", summaryText(summary).replace("Pa 212", "?a 212")],
    ["a to-do without days", summaryText(summary).replace("Pa 212 5 a4", "Pa x y a4")],
    ["a note that nobody knows", summaryText(summary).replace("Pa 212 5 a4", "Fs 212 5 mid-term ?")],
    ["a month without its name", summaryText(summary).replace("Pa 212 5 a4", "Fs 212 5 mid-term =1:2")],
    ["a to-do in a year that no date has", summaryText(summary).replace("Pa 212", "Pa 99999999999")],
    ["a form that nobody knows", summaryText(summary).replace("[1,", "[2,")],
    ["no form and no id", summaryText(summary).replace("[1,", "[null,")],
  ])("%s does not parse", (_, stored) => {
    expect(storedSummarySchema.safeParse(stored).success).toBe(false);
  });
});

test("the same text is one frozen object, another text another", () => {
  const [first, again] = [summary, summary].map((each) => storedSummarySchema.parse(summaryText(each)));
  const other = storedSummarySchema.parse(summaryText({ ...summary, counted: 16 }));
  expect(again).toBe(first);
  expect(Object.isFrozen(first)).toBe(true);
  expect([first?.counted, other.counted]).toEqual([15.5, 16]);
});

test("rows of before the form was written have its places", () => {
  const text = summaryText(summary);
  expect(storedSummarySchema.parse(text.replace("[1,", "["))).toEqual(summary);
});

const release = join(import.meta.dirname, "../../local/test/stored/0.1.0");
const storedTexts = readdirSync(release).flatMap((file) => [
  ...new Set(readFileSync(join(release, file), "utf8").match(/"summary":"(?:[^"\\]|\\.)*"/g)),
]);

test.each(storedTexts)(
  "%# of the summaries of release 0.1.0 is read and keeps its meaning in the present form",
  (member) => {
    const { summary: text } = z.object({ summary: z.string() }).parse(JSON.parse(`{${member}}`));
    expect(text.startsWith('["')).toBe(true);
    const read = storedSummarySchema.parse(text);
    expect(summaryText(read)).toBe(text.replace("[", "[1,"));
    expect(storedSummarySchema.parse(summaryText(read))).toEqual(read);
  },
);

test("letters of checkpoints keep their meaning, whatever timetables are called later", () => {
  const letters = ["%a+6", "%q.3", "%m", "%s", "%e", "%r", "%w", "own.3"];
  const todos = letters.map((letter) => `Fs 0 0 ${letter}`);
  const text = summaryText({ ...summary, todos: [] }).replace(
    /]$/,
    `,${todos.map((each) => `"${each}"`).join()}]`,
  );
  expect(storedSummarySchema.parse(text).todos.map(([, , , , about]) => about)).toEqual([
    "attendance.2026-02",
    "quarter.3",
    "mid-term",
    "self-report",
    "end",
    "ruling",
    "showcase",
    "own.3",
  ]);
  expect(summaryText(storedSummarySchema.parse(text))).toBe(text);
});

test("rows of before the letters and numbers are read: nobody may have changed their records since", () => {
  const row = ["c1-010003", "010003", "n", "female", "1996-11", "A", "a", "B", "b", "B-9", "c"];
  const text = JSON.stringify([
    ...row,
    "2026-04-01",
    "2026-11-22",
    "under-review",
    36,
    0,
    15,
    0,
    "",
    "Rh 235 3",
  ]);
  expect(storedSummarySchema.parse(text)).toMatchObject({
    number: "010003",
    sex: "female",
    status: "under-review",
    station: ["B-9", "c"],
    counted: 36,
    from: "2026-04-01",
    to: "2026-11-22",
    todos: [["review", "hr", "2026-11-22", "2026-11-25", ""]],
  });
});
