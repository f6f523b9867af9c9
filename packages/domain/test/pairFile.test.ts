import { describe, expect, test } from "vitest";
import { mentorlessMonths, mentorlessRanges } from "../src/pair/mentorless.ts";
import { fileFactsOf, fileOn } from "../src/pair/pairFile.ts";
import { pairSteps } from "../src/pair/pairSteps.ts";
import type { MentorAway, Pair } from "../src/pair.ts";
import { dueSteps } from "../src/steps.ts";
import { pair, pairScheme } from "./support/pairs.ts";
import { calendar } from "./support/world.ts";

const made = { by: { id: "hr-1", role: "hr" as const }, on: "2026-03-02" };
const months = ["2026-03", "2026-04", "2026-05"];
const whole: Partial<Pair> = {
  agreement: { signedOn: "2026-03-02", entered: made },
  contract: { duties: "带教", content: "办案", aim: "独立办案", standard: "出师考核合格" },
  plan: Object.fromEntries(months.map((month) => [month, "跟案"])),
};
const short = { to: "2026-05-31" };
const entry = (on: string): Pair["activities"][number] => ({
  id: "v1",
  on,
  kind: "session",
  side: "unit",
  recorded: made,
});
const fileOf = (facts: Partial<Pair>, today: string) =>
  fileOn(fileFactsOf(pair(facts, short), pairScheme()), today);

describe("the file of a pair", () => {
  test.each([
    ["nothing is there", {}, "2026-03-02", ["agreement", "goals", "plan"], []],
    ["all of it on the first day", whole, "2026-03-02", [], []],
    ["signed, with nothing in it", { ...whole, contract: {} }, "2026-03-02", ["agreement", "goals"], []],
    [
      "an aim without a standard",
      { ...whole, contract: { ...whole.contract, standard: undefined } },
      "2026-03-02",
      ["goals"],
      [],
    ],
    [
      "a month without a plan",
      { ...whole, plan: { "2026-03": "跟案", "2026-04": "跟案" } },
      "2026-03-02",
      ["plan"],
      [],
    ],
    // The fifth of April 2026 is a public holiday with the two days around it.
    ["the last day for the first entry", whole, "2026-04-07", [], []],
    ["the day after it", whole, "2026-04-08", ["entries"], ["2026-03"]],
    [
      "an entry of another month",
      { ...whole, activities: [entry("2026-04-01")] },
      "2026-04-08",
      ["entries"],
      ["2026-03"],
    ],
    ["an entry of the month", { ...whole, activities: [entry("2026-03-31")] }, "2026-04-08", [], []],
    ["long after the end", whole, "2027-01-01", ["entries"], months],
  ] as [string, Partial<Pair>, string, string[], string[]][])("%s", (_, facts, today, missing, lacking) => {
    expect(fileOf(facts, today)).toEqual({ missing, months: lacking });
  });
});

describe("days without anybody who leads", () => {
  const away = (from: string, to?: string, substitute?: [string, string?]): MentorAway => ({
    from,
    ...(to && { to }),
    why: "hr",
    told: made,
    ...(substitute && {
      substitute: {
        ...pair().mentor,
        from: substitute[0],
        ...(substitute[1] && { to: substitute[1] }),
        named: made,
      },
    }),
  });
  test.each([
    ["the mentor is there", [], [], []],
    ["away for good", [away("2026-04-15")], [["2026-04-15", "2026-05-31"]], ["2026-05"]],
    [
      "away for a whole month",
      [away("2026-04-01", "2026-04-30")],
      [["2026-04-01", "2026-04-30"]],
      ["2026-04"],
    ],
    [
      "away for all but a day of a month",
      [away("2026-04-02", "2026-04-30")],
      [["2026-04-02", "2026-04-30"]],
      [],
    ],
    ["a substitute from the first day", [away("2026-04-01", undefined, ["2026-04-01"])], [], []],
    [
      "a substitute later",
      [away("2026-04-01", undefined, ["2026-05-01"])],
      [["2026-04-01", "2026-04-30"]],
      ["2026-04"],
    ],
    [
      "a substitute for a while",
      [away("2026-04-01", undefined, ["2026-04-01", "2026-04-30"])],
      [["2026-05-01", "2026-05-31"]],
      ["2026-05"],
    ],
    ["before the term", [away("2026-01-01", "2026-02-28")], [], []],
    [
      "two ranges that meet make a month",
      [away("2026-04-01", "2026-04-10"), away("2026-04-11", "2026-04-30")],
      [
        ["2026-04-01", "2026-04-10"],
        ["2026-04-11", "2026-04-30"],
      ],
      ["2026-04"],
    ],
  ] as [string, MentorAway[], [string, string][], string[]][])("%s", (_, mentorAway, ranges, lacking) => {
    const of = pair({ mentorAway }, short);
    const found = mentorlessRanges(of);
    expect(found.map(({ from, to }) => [from, to])).toEqual(ranges);
    expect(mentorlessMonths(found, of.term)).toEqual(lacking);
  });
});

describe("a pair moves by itself", () => {
  const rules = { scheme: pairScheme(), calendar };
  const statesOn = (facts: Partial<Pair>, today: string) => {
    const steps = dueSteps(pairSteps, pair(facts, short), rules, today);
    const last = steps.at(-1)?.after ?? pair(facts, short);
    return { types: new Set(steps.map(({ event }) => event.type)), last };
  };

  test("entries open, are late, climb and are missed, each on its day", () => {
    const { types, last } = statesOn({}, "2026-12-31");
    for (const type of ["opened", "reminded", "late", "escalated", "missed"])
      expect(types).toContain(`checkpoint.${type}`);
    expect(last.checkpoints.filter(({ key }) => key.startsWith("month")).map(({ state }) => state)).toEqual([
      "missed",
      "missed",
      "missed",
    ]);
    expect(last.status).toBe("active");
  });

  test("one that waits for approval does not move", () => {
    expect(statesOn({ status: "proposed" }, "2026-12-31").types.size).toBe(0);
  });

  test("one whose test is passed is completed on the day after its last, one without waits for a person", () => {
    const tests = [{ grade: "good", isPassed: true, on: "2026-05-30", entered: made }];
    expect(statesOn({ tests }, "2026-05-31").last.status).toBe("active");
    expect(statesOn({ tests }, "2026-06-01").last.status).toBe("completed");
  });

  test("whatever the days on which it is looked at, it ends the same", () => {
    const atOnce = statesOn({}, "2026-12-31").last;
    let daily = pair({}, short);
    for (const day of ["2026-03-25", "2026-04-05", "2026-04-20", "2026-06-01", "2026-07-07", "2026-12-31"])
      daily = dueSteps(pairSteps, daily, rules, day).at(-1)?.after ?? daily;
    const settled = ({ checkpoints }: Pair) => checkpoints.map(({ reminded: _, ...each }) => each);
    expect(settled(daily)).toEqual(settled(atOnce));
  });
});
