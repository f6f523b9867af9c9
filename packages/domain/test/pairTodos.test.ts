import { describe, expect, test } from "vitest";
import { recordActivity } from "../src/pair/activities.ts";
import { assignFile } from "../src/pair/assignFile.ts";
import { pairSummaryOf } from "../src/pair/pairSummary.ts";
import { pairTodosOf } from "../src/pair/pairTodos.ts";
import { recordTest } from "../src/pair/recordTest.ts";
import type { Pair } from "../src/pair.ts";
import { pair, pairGround, pairScheme, people } from "./support/pairs.ts";
import { answerOf, calendar, must } from "./support/world.ts";

const made = { by: people.hr, on: "2026-03-02" };
const filed: Partial<Pair> = {
  agreement: { signedOn: "2026-03-02", entered: made },
  contract: { duties: "带教", content: "办案", aim: "独立办案", standard: "出师考核合格" },
  plan: Object.fromEntries(
    Array.from({ length: 13 }, (_, at) => [
      `${at < 10 ? 2026 : 2027}-${String(((at + 2) % 12) + 1).padStart(2, "0")}`,
      "跟案",
    ]),
  ),
};
const entries = (...days: string[]): Pair["activities"] =>
  days.map((on, at) => ({ id: `v${at + 1}`, on, kind: "session", side: "unit", recorded: { ...made, on } }));
const summaryOf = (of: Pair) => pairSummaryOf(of, { scheme: pairScheme(of.schemeId), calendar });
/** What is to be done on a day: kind, owner, due day. */
const todosOn = (of: Pair, today: string) =>
  pairTodosOf(summaryOf(of), { today, calendar }).map(({ what, whose, due }) => `${what} ${whose} ${due}`);
const month = (due: string) => [`enter-month mentor ${due}`, `enter-month apprentice ${due}`];
const march = entries("2026-03-10");

describe("what is to be done about a pair", () => {
  test.each<[string, Pair, string, string[]]>([
    [
      "waiting for the second person",
      pair({}, { kin: true }),
      "2026-03-02",
      ["approve-pair approver 2026-03-05"],
    ],
    [
      "begun, with nothing on file",
      pair(),
      "2026-03-02",
      [
        "sign-agreement unit 2026-03-16",
        "set-goals unit 2026-03-16",
        "write-plan unit 2026-03-16",
        ...month("2026-04-07"),
      ],
    ],
    ["filed, the month without its line", pair(filed), "2026-03-02", month("2026-04-07")],
    ["with the line of the month", pair({ ...filed, activities: march }), "2026-03-31", []],
    ["in the next month", pair({ ...filed, activities: march }), "2026-04-01", month("2026-05-06")],
    ["three working days after the month was due", pair(filed), "2026-04-10", month("2026-04-07")],
    [
      "a day later, when the unit asks",
      pair(filed),
      "2026-04-13",
      [...month("2026-04-07"), "chase-month unit 2026-04-07"],
    ],
    [
      "led by nobody",
      pair({
        ...filed,
        activities: march,
        mentorAway: [{ from: "2026-03-20", to: "2026-03-25", why: "leave", told: made }],
      }),
      "2026-03-25",
      ["name-substitute unit 2026-03-20"],
    ],
    [
      "led again",
      pair({
        ...filed,
        activities: march,
        mentorAway: [{ from: "2026-03-20", to: "2026-03-25", why: "leave", told: made }],
      }),
      "2026-03-26",
      [],
    ],
    ["over", pair({ ...filed, status: "completed" }), "2027-04-01", []],
    ["dissolved", pair({ status: "dissolved", endedOn: "2026-03-10" }), "2026-03-12", []],
  ])("%s", (_, of, today, todos) => {
    expect(todosOn(of, today)).toEqual(todos);
  });

  test("the middle and the end: each from the day on which it opens", () => {
    const whole = Array.from(
      { length: 13 },
      (_, at) => `${at < 10 ? 2026 : 2027}-${String(((at + 2) % 12) + 1).padStart(2, "0")}-02`,
    );
    const of = pair({ ...filed, activities: entries(...whole.filter((day) => day <= "2027-03-01")) });
    const [, opens = "", due = ""] = summaryOf(of).open.find(([kind]) => kind === "mid-term") ?? [];
    const middle = todosOn(of, opens).filter((each) => each.startsWith("mid-term"));
    expect(middle).toEqual([`mid-term mentor ${due}`, `mid-term unit ${due}`]);
    expect(todosOn(of, "2026-08-01").filter((each) => each.startsWith("mid-term"))).toEqual([]);
    expect(todosOn(of, "2027-01-29").some((each) => each.startsWith("end-pair"))).toBe(false);
    expect(todosOn(of, "2027-01-30")).toContain("end-pair unit 2027-03-01");
    expect(todosOn(of, "2027-02-10").some((each) => each.startsWith("final-test unit"))).toBe(true);
    const passed = must(
      recordTest(pairGround(of, people.station, "2027-02-20"), { grade: "good", on: "2027-02-20" }),
    ).after;
    expect(todosOn(passed, "2027-02-20").filter((each) => /^(final-test|end-pair)/.test(each))).toEqual([]);
  });

  test("what one entered is the other one's to confirm", () => {
    const session = { on: "2026-03-10", kind: "session", learned: "现场勘查" };
    const by = (who: "mentor" | "apprentice" | "station") =>
      todosOn(
        must(recordActivity(pairGround(pair(filed), people[who], "2026-03-10"), session)).after,
        "2026-03-11",
      );
    expect(by("mentor")).toEqual(["confirm-activity apprentice 2026-03-17"]);
    expect(by("apprentice")).toEqual(["confirm-activity mentor 2026-03-17"]);
    expect(by("station")).toEqual([]);
  });
});

describe("completing a file is assigned", () => {
  const task = { side: "unit", dueOn: "2026-03-20" } as const;
  const assign = (of: Pair, who: keyof typeof people = "station", input: Partial<{ dueOn: string }> = {}) =>
    assignFile(pairGround(of, people[who], "2026-03-05"), { ...task, ...input });

  test.each([
    ["by the unit that leads", pair(), "station", {}, "accepted"],
    ["by the bureau", pair(), "hr", {}, "accepted"],
    ["by the other unit", pair(), "sending", {}, "forbidden"],
    ["by the mentor", pair(), "mentor", {}, "forbidden"],
    ["a file that is complete", pair({ ...filed, activities: march }), "station", {}, "file-is-complete"],
    ["of a pair that never began", pair({}, { kin: true }), "station", {}, "file-not-counted"],
    ["of one that was dissolved", pair({ status: "dissolved" }), "station", {}, "file-not-counted"],
    ["of one that is over", pair({ status: "completed" }), "station", {}, "accepted"],
    ["due today", pair(), "station", { dueOn: "2026-03-05" }, "accepted"],
    ["due yesterday", pair(), "station", { dueOn: "2026-03-04" }, "due-in-the-past"],
    ["due in a year", pair(), "station", { dueOn: "2027-03-05" }, "accepted"],
    ["due a day later", pair(), "station", { dueOn: "2027-03-06" }, "due-too-far"],
  ] as const)("%s", (_, of, who, input, answer) => {
    expect(answerOf(assign(of, who, input))).toBe(answer);
  });

  test("is a to-do until the file is complete", () => {
    const assigned = must(assign(pair())).after;
    expect(todosOn(assigned, "2026-03-05")).toContain("complete-file unit 2026-03-20");
    const whole = { ...assigned, ...filed };
    expect(todosOn(whole, "2026-03-05")).toEqual(month("2026-04-07"));
  });
});
