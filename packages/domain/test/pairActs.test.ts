import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activityInputSchema, confirmActivity, recordActivity } from "../src/pair/activities.ts";
import { endPair } from "../src/pair/endPair.ts";
import { mentorlessRanges } from "../src/pair/mentorless.ts";
import {
  mentorLeaves,
  mentorReturns,
  nameSubstitute,
  type SubstituteInput,
} from "../src/pair/nameSubstitute.ts";
import { fileFactsOf, fileOn } from "../src/pair/pairFile.ts";
import { recordTest } from "../src/pair/recordTest.ts";
import { signAgreement } from "../src/pair/signAgreement.ts";
import { lastDayOfPair, type Pair } from "../src/pair.ts";
import { onFileAs, pair, pairGround, pairScheme, people } from "./support/pairs.ts";
import { answerOf, must } from "./support/world.ts";

const term = { to: "2026-05-31" };
const today = "2026-03-31";
const session = { on: "2026-03-30", kind: "session", learned: "笔录的问法" };
type Who = keyof typeof people;
const entered = (who: Who, of = pair({}, term)) =>
  must(recordActivity(pairGround(of, people[who], today), session)).after;

describe("an activity", () => {
  test.each([
    ["the mentor enters it", "mentor", {}, "accepted"],
    ["the apprentice enters it", "apprentice", {}, "accepted"],
    ["the leading unit enters it", "station", {}, "accepted"],
    ["the other unit only reads", "sending", {}, "forbidden"],
    ["somebody else does not", "other", {}, "forbidden"],
    ["on the first day", "mentor", { on: "2026-03-02" }, "accepted"],
    ["the day before the term", "mentor", { on: "2026-03-01" }, "activity-outside-term"],
    ["today", "mentor", { on: "2026-03-31" }, "accepted"],
    ["tomorrow", "mentor", { on: "2026-04-01" }, "in-the-future"],
    ["after the term", "mentor", { on: "2026-06-01" }, "activity-outside-term"],
    ["of a kind that the scheme does not have", "mentor", { kind: "picnic" }, "unknown-activity-kind"],
    ["with nothing learned", "mentor", { learned: undefined }, "required"],
    ["only the mentor learned", "mentor", { learned: undefined, mentorLearned: "新手段" }, "accepted"],
  ] as [string, Who, object, string][])("%s: %s", (_, who, facts, answer) => {
    const ground = pairGround(pair({}, term), people[who], today);
    expect(answerOf(recordActivity(ground, { ...session, ...facts }))).toBe(answer);
  });

  test("it closes its month, and its words stand beside the record", () => {
    const change = must(recordActivity(pairGround(pair({}, term), people.mentor, today), session));
    expect(change.after.checkpoints.map(({ key, state }) => [key, state])).toContainEqual([
      "month.2026-03",
      "done",
    ]);
    expect(change.texts).toEqual([{ name: "ACTIVITY", id: "v1", text: { learned: session.learned } }]);
    expect(JSON.stringify([change.event, change.after])).not.toContain("笔录");
  });

  test("a month that was missed stays missed, and its file is complete", () => {
    const missed = pair(
      { checkpoints: pair({}, term).checkpoints.map((each) => ({ ...each, state: "missed" as const })) },
      term,
    );
    const { checkpoints } = entered("mentor", missed);
    expect(checkpoints.every(({ state }) => state === "missed")).toBe(true);
  });

  test("sixty fit, one more does not", () => {
    const [one] = entered("mentor").activities;
    if (!one) throw new Error("nothing entered");
    const many = (count: number) => pair({ activities: Array.from({ length: count }, () => one) }, term);
    const add = (count: number) =>
      answerOf(recordActivity(pairGround(many(count), people.mentor, today), session));
    expect([add(59), add(60)]).toEqual(["accepted", "too-many-activities"]);
  });

  test.each([
    ["mentor", "apprentice", "accepted"],
    ["mentor", "mentor", "not-the-other-member"],
    ["apprentice", "mentor", "accepted"],
    ["apprentice", "apprentice", "not-the-other-member"],
    ["mentor", "station", "forbidden"],
    ["mentor", "other", "forbidden"],
    ["station", "apprentice", "activity-confirmed"],
  ] as const)("entered by %s, confirmed by %s: %s", (by, who, answer) => {
    expect(answerOf(confirmActivity(pairGround(entered(by), people[who], today), "v1"))).toBe(answer);
  });

  test("it is confirmed once, and none that is not there", () => {
    const once = must(confirmActivity(pairGround(entered("mentor"), people.apprentice, today), "v1")).after;
    expect(answerOf(confirmActivity(pairGround(once, people.apprentice, today), "v1"))).toBe(
      "activity-confirmed",
    );
    expect(answerOf(confirmActivity(pairGround(once, people.apprentice, today), "v2"))).toBe(
      "unknown-activity",
    );
  });
});

describe("the agreement", () => {
  const sign = (input: Parameters<typeof signAgreement>[1], who: Who = "station", of = pair({}, term)) =>
    signAgreement(pairGround(of, people[who], today), input);

  test.each([
    ["nothing", {}, "agreement-empty"],
    ["signed today", { signedOn: today }, "accepted"],
    ["signed tomorrow", { signedOn: "2026-04-01" }, "in-the-future"],
    ["signed today, for the unit by its leader", { signedOn: today, signedForUnit: "所长一" }, "accepted"],
    ["signed for the unit on no day", { signedForUnit: "所长一" }, "required"],
    ["a plan of the last month", { plan: { "2026-05": "结案" } }, "accepted"],
    ["a plan of the month after", { plan: { "2026-06": "结案" } }, "plan-outside-term"],
    ["a plan of the month before", { plan: { "2026-02": "结案" } }, "plan-outside-term"],
  ])("%s: %s", (_, input, answer) => {
    expect(answerOf(sign(input))).toBe(answer);
  });

  test("is entered by the leading unit, by neither of the two", () => {
    const by = (who: Who) => answerOf(sign({ signedOn: today }, who));
    expect([by("hr"), by("station"), by("sending"), by("mentor"), by("apprentice")]).toEqual([
      "accepted",
      "accepted",
      "forbidden",
      "forbidden",
      "forbidden",
    ]);
  });

  test("part by part it completes the file, and what is left out stays", () => {
    const missing = (of: Pair) => fileOn(fileFactsOf(of, pairScheme()), today).missing;
    const one = must(sign({ signedOn: today, duties: "带教", content: "办案" })).after;
    const two = must(sign({ aim: "独立办案", standard: "考核合格" }, "station", one)).after;
    const plan = { "2026-03": "跟案", "2026-04": "主办", "2026-05": "结案" };
    const three = must(sign({ plan }, "station", two)).after;
    expect([one, two, three].map(missing)).toEqual([["goals", "plan"], ["plan"], []]);
    expect(three.contract.duties).toBe("带教");
  });

  test("who signed for the unit is added to the day that is on file, and stays with another day", () => {
    const one = must(sign({ signedOn: "2026-03-30" })).after;
    const { after, event } = must(sign({ signedForUnit: "所长一" }, "hr", one));
    expect(after.agreement).toMatchObject({ signedOn: "2026-03-30", signedForUnit: "所长一" });
    expect(event).toEqual({ type: "pair.agreed", change: { parts: [], signedForUnit: "所长一" } });
    const moved = must(sign({ signedOn: today }, "station", after)).after;
    expect(moved.agreement).toMatchObject({ signedOn: today, signedForUnit: "所长一" });
  });
});

describe("a mentor who is away", () => {
  const name = (input: Partial<SubstituteInput>, of = pair({}, term), who: Who = "station") =>
    nameSubstitute(
      pairGround(of, people[who], today),
      { why: "leave", from: "2026-04-01", ...input },
      onFileAs(input.substitute ?? ""),
    );
  const away = must(name({})).after;

  test.each([
    ["nobody stands in yet", {}, "accepted"],
    ["somebody does", { substitute: "300001" }, "accepted"],
    ["the mentor", { substitute: "100001" }, "substitute-is-member"],
    ["the apprentice", { substitute: "200001" }, "substitute-is-member"],
    ["somebody whom nobody knows", { substitute: "999999" }, "unknown-officer"],
    ["from the last day", { from: "2026-05-31" }, "accepted"],
    ["from the day after the last", { from: "2026-06-01" }, "away-outside-term"],
    ["from the day before the first", { from: "2026-03-01" }, "away-outside-term"],
    ["one day", { to: "2026-04-01" }, "accepted"],
    ["ends before it begins", { to: "2026-03-31" }, "from-after-to"],
  ])("%s: %s", (_, input, answer) => {
    expect(answerOf(name(input))).toBe(answer);
  });

  test("who stands in later goes to the days that are known; nobody is away twice", () => {
    const found = must(name({ from: "2026-04-20", substitute: "300001" }, away)).after;
    expect(found.mentorAway).toHaveLength(1);
    expect(found.mentorAway[0]).toMatchObject({ from: "2026-04-01", substitute: { from: "2026-04-20" } });
    expect(answerOf(name({ from: "2026-04-20" }, away))).toBe("away-overlaps");
    expect(answerOf(name({ from: "2026-04-25", substitute: "300001" }, found))).toBe("away-overlaps");
    expect(answerOf(name({ from: "2026-03-20", substitute: "300001" }, away))).toBe("away-overlaps");
  });

  test("one substitute follows another, and the mentor is back for good", () => {
    const first = must(name({ from: "2026-04-01", to: "2026-04-19", substitute: "300001" }, away)).after;
    expect(mentorlessRanges(first)).toEqual([{ from: "2026-04-20", to: lastDayOfPair(first) }]);
    const second = must(name({ from: "2026-04-22", to: "2026-05-31", substitute: "300001" }, first)).after;
    expect(second.mentorAway).toMatchObject([
      { from: "2026-04-01", to: "2026-04-21", substitute: { to: "2026-04-19" } },
      { from: "2026-04-22", why: "leave", substitute: { from: "2026-04-22", to: "2026-05-31" } },
    ]);
    expect(second.mentorAway[1]?.to).toBeUndefined();
    expect(mentorlessRanges(second)[0]).toEqual({ from: "2026-04-20", to: "2026-04-21" });
    const ground = { ...pairGround(second, people.hr), today: "2026-04-10" };
    const back = must(mentorReturns(ground, { on: "2026-04-11" })).after;
    expect(back.mentorAway).toMatchObject([{ to: "2026-04-10", substitute: { to: "2026-04-10" } }]);
    expect(mentorlessRanges(back)).toEqual([]);
  });

  test("the same first day with a last one says when the mentor is back", () => {
    const back = must(name({ to: "2026-04-30" }, away)).after;
    expect(back.mentorAway).toEqual([{ ...away.mentorAway[0], to: "2026-04-30" }]);
    expect(answerOf(name({ from: "2026-04-02", to: "2026-04-30" }, away))).toBe("away-overlaps");
  });

  test.each([
    ["one that runs", {}, "accepted"],
    ["one that waits for approval", { status: "proposed" }, "accepted"],
    ["one that is over", { status: "completed" }, "pair-not-active"],
    ["one whose mentor is known to be away", { mentorAway: away.mentorAway }, "away-overlaps"],
  ] as [string, Partial<Pair>, string][])("sent elsewhere, the mentor leaves %s: %s", (_, facts, answer) => {
    const gone = { from: "2026-04-15", to: "2026-05-31", why: "secondment" } as const;
    expect(answerOf(mentorLeaves(pairGround(pair(facts, term), people.hr, today), gone))).toBe(answer);
  });

  test("who stands in enters and confirms like the mentor, on their own days", () => {
    const found = must(name({ to: "2026-04-30", substitute: "300001" })).after;
    const add = (on: string) =>
      must(recordActivity(pairGround(found, people.other, "2026-05-20"), { ...session, on })).after
        .activities[0]?.side;
    expect([add("2026-04-01"), add("2026-04-30"), add("2026-05-01")]).toEqual(["mentor", "mentor", "unit"]);
  });
});

describe("the final test and the end", () => {
  const at = "2026-05-31";
  const tested = (grade: string, of = pair({}, term), who: Who = "station") =>
    recordTest(pairGround(of, people[who], at), { grade, on: at });
  const passed = must(tested("good")).after;
  const failedOnce = must(tested("fail")).after;

  test("a second chance is the last: then the pair has failed", () => {
    expect([failedOnce.status, failedOnce.tests.length]).toEqual(["active", 1]);
    const failed = must(tested("fail", failedOnce)).after;
    expect([failed.status, failed.endedOn]).toEqual(["failed", at]);
    expect(must(tested("pass", failedOnce)).after.status).toBe("active");
    expect(answerOf(tested("good", failed))).toBe("pair-not-active");
    expect(answerOf(tested("good", passed))).toBe("test-passed");
    expect(answerOf(tested("superb"))).toBe("unknown-grade");
  });

  test("neither of the two tests, in whatever role", () => {
    const mentor = { id: "hr-3", role: "hr", serviceNumber: "100001" } as const;
    expect(answerOf(recordTest(pairGround(pair({}, term), mentor, at), { grade: "good", on: at }))).toBe(
      "member-tests",
    );
    expect(answerOf(tested("good", undefined, "mentor"))).toBe("forbidden");
  });

  test.each([
    ["completed without a test", {}, "completed", at, "not-passed-yet"],
    ["completed on the last day", passed, "completed", at, "completed"],
    ["completed a day early", passed, "completed", "2026-05-30", "completed-early"],
    ["dissolved with a reason", {}, "dissolved", "2026-05-30", "dissolved"],
    ["dissolved before the first day", {}, "dissolved", "2026-03-01", "end-outside-term"],
    ["ended twice", { status: "dissolved" }, "dissolved", at, "pair-not-active"],
    ["one that waits for approval", { status: "proposed" }, "dissolved", at, "dissolved"],
    [
      "one that waits for approval is not completed",
      { status: "proposed" },
      "completed",
      at,
      "pair-not-active",
    ],
  ] as [string, Partial<Pair>, "completed" | "dissolved", string, string][])(
    "%s: %s",
    (_, facts, outcome, on, answer) => {
      const ended = endPair(pairGround(pair(facts, term), people.station, at), {
        outcome,
        on,
        reason: "调离",
      });
      expect(ended.ok ? ended.value.after.status : answerOf(ended)).toBe(answer);
    },
  );

  test("dissolved without a reason, or in the future, it is refused", () => {
    const end = (input: object, on = at) =>
      answerOf(
        endPair(pairGround(pair({}, term), people.station, "2026-05-30"), {
          outcome: "dissolved",
          on,
          ...input,
        }),
      );
    expect([end({}, "2026-05-30"), end({ reason: "调离" })]).toEqual(["required", "in-the-future"]);
  });

  test("after the end only months up to it want their entry", () => {
    const ended = must(
      endPair(pairGround(pair({}, term), people.station, at), {
        outcome: "dissolved",
        on: "2026-04-10",
        reason: "调离",
      }),
    ).after;
    expect(fileOn(fileFactsOf(ended, pairScheme()), "2027-01-01").months).toEqual(["2026-03", "2026-04"]);
  });
});

test("whatever is entered in whatever order, the file says of each month of the term whether it has an entry", () => {
  const days = fc
    .integer({ min: 0, max: 90 })
    .map((day) => new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(days, { maxLength: 12 }), (on) => {
      let of = pair({}, term);
      for (const day of on)
        of = must(recordActivity(pairGround(of, people.mentor, "2026-05-31"), { ...session, on: day })).after;
      const entries = new Set(on.map((day) => day.slice(0, 7)));
      const without = ["2026-03", "2026-04", "2026-05"].filter((month) => !entries.has(month));
      expect(fileOn(fileFactsOf(of, pairScheme()), "2026-12-31").months).toEqual(without);
      expect(lastDayOfPair(of)).toBe("2026-05-31");
      expect(activityInputSchema.safeParse(session).success).toBe(true);
    }),
    { numRuns: 50 },
  );
});
