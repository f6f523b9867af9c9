import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import { recordActivity } from "../src/pair/activities.ts";
import type { PairGround } from "../src/pair/ground.ts";
import { recordTest } from "../src/pair/recordTest.ts";
import { reviewMidTerm } from "../src/pair/reviewMidTerm.ts";
import { signSkill } from "../src/pair/signSkill.ts";
import { statePair } from "../src/pair/statePair.ts";
import { lastDayOfPair, type Pair } from "../src/pair.ts";
import type { PairScheme } from "../src/pairScheme.ts";
import { pair, pairGround, pairScheme, people } from "./support/pairs.ts";
import { answerOf, must } from "./support/world.ts";

const term = { to: "2027-03-01" };
type Who = keyof typeof people;
const skill = (key: string) => ({ key, name: { "zh-CN": key, en: key } });
const focuses = [{ ...skill("casework"), skills: [skill("notes"), skill("scene")] }];
/** What a rule stands on under a scheme with settings of its own. */
function at(of: Pair, who: Who | Actor, on: string, settings: Partial<PairScheme> = {}): PairGround {
  const actor = typeof who === "string" ? people[who] : who;
  return { ...pairGround(of, actor, on), scheme: { ...pairScheme(), focuses, ...settings } };
}

describe("a skill of the checklist", () => {
  const on = "2026-06-10";
  const one = { skill: "notes", on };
  test.each([
    ["by the leading unit", "station", one, "accepted"],
    ["by HR", "hr", one, "accepted"],
    ["by the other unit", "sending", one, "forbidden"],
    ["by the mentor", "mentor", one, "forbidden"],
    ["by the mentor in another role", { ...people.hr, serviceNumber: "100001" }, one, "member-tests"],
    ["by the apprentice in another role", { ...people.hr, serviceNumber: "200001" }, one, "member-tests"],
    ["that the focus does not have", "station", { ...one, skill: "driving" }, "unknown-skill"],
    ["on the first day", "station", { ...one, on: "2026-03-02" }, "accepted"],
    ["the day before", "station", { ...one, on: "2026-03-01" }, "test-before-term"],
    ["tomorrow", "station", { ...one, on: "2026-06-11" }, "in-the-future"],
  ] as [string, Who | Actor, typeof one, string][])("%s: %s", (_, who, input, answer) => {
    expect(answerOf(signSkill(at(pair({}, term), who, on), input))).toBe(answer);
  });

  test("is signed once, by no account that entered something as one of the two", () => {
    const signed = must(signSkill(at(pair({}, term), "station", on), one)).after;
    expect(signed.skills).toMatchObject([{ key: "notes", on, signed: { by: { id: "station-1" } } }]);
    expect(answerOf(signSkill(at(signed, "station", on), one))).toBe("skill-signed");
    const entry = { on, kind: "session", learned: "笔录" };
    const entered = must(recordActivity(at(pair({}, term), "mentor", on), entry)).after;
    const sameAccount: Actor = { ...people.hr, id: "mentor-1" };
    expect(answerOf(signSkill(at(entered, sameAccount, on), one))).toBe("member-tests");
  });
});

describe("the final test stands on what the scheme says", () => {
  const on = "2027-02-20";
  const test_ = (of: Pair, testNeeds: PairScheme["testNeeds"]) =>
    answerOf(recordTest(at(of, "station", on, { testNeeds }), { grade: "good", on }));
  const signed = ["notes", "scene"].reduce(
    (of, each) => must(signSkill(at(of, "station", on), { skill: each, on })).after,
    pair({}, term),
  );
  const stated = must(statePair(at(signed, "apprentice", on), { words: "学会独立办案" })).after;
  test.each([
    ["nothing", pair({}, term), [], "accepted"],
    ["every skill, none signed", pair({}, term), ["skills"], "skills-not-signed"],
    ["every skill, all signed", signed, ["skills"], "accepted"],
    ["a statement too, none given", signed, ["skills", "statement"], "statement-lacks"],
    ["both, both there", stated, ["skills", "statement"], "accepted"],
  ] as [string, Pair, PairScheme["testNeeds"], string][])("%s: %s", (_, of, needs, answer) => {
    expect(test_(of, needs)).toBe(answer);
  });

  test("a pair that waits for its test is tested after the term, and a second one not before the first", () => {
    const late = "2027-03-10";
    const failed = must(recordTest(at(pair({}, term), "station", late), { grade: "fail", on: late })).after;
    const again = (day: string) =>
      answerOf(recordTest(at(failed, "station", late), { grade: "good", on: day }));
    expect([again("2027-03-09"), again(late)]).toEqual(["test-before-last", "accepted"]);
    const twice = must(recordTest(at(failed, "station", late), { grade: "fail", on: late })).after;
    expect([twice.status, lastDayOfPair(twice)]).toEqual(["failed", "2027-03-01"]);
  });

  test("a statement is the apprentice's, may be written anew until the test, and is not in the record", () => {
    const again = must(statePair(at(stated, "apprentice", on), { words: "补充" })).after;
    expect(again.statement).toMatchObject({ revision: 2 });
    expect(JSON.stringify(stated)).not.toContain("独立");
    const tested = must(recordTest(at(stated, "station", on), { grade: "good", on })).after;
    const by = (of: Pair, who: Who) => answerOf(statePair(at(of, who, on), { words: "自述" }));
    expect([
      by(stated, "mentor"),
      by(stated, "station"),
      by(stated, "other"),
      by(tested, "apprentice"),
    ]).toEqual(["forbidden", "forbidden", "forbidden", "tested-already"]);
  });
});

describe("a look at the middle", () => {
  const words = "进度符合计划";
  const opens = pair({}, term).checkpoints.find(({ key }) => key === "mid-term")?.opensOn ?? "";
  test.each([
    ["the mentor, on the day it opens", "mentor", opens, "accepted"],
    ["the unit", "station", opens, "accepted"],
    ["the day before it opens", "mentor", "2026-08-01", "mid-term-not-open"],
    ["the apprentice", "apprentice", opens, "forbidden"],
    ["the other unit", "sending", opens, "forbidden"],
  ] as [string, Who, string, string][])("%s: %s", (_, who, on, answer) => {
    expect(answerOf(reviewMidTerm(at(pair({}, term), who, on), { words }))).toBe(answer);
  });

  test("closes its step once; one that ran out stays missed, with the words in the file", () => {
    const done = must(reviewMidTerm(at(pair({}, term), "mentor", opens), { words }));
    expect(done.after.checkpoints.find(({ key }) => key === "mid-term")?.state).toBe("done");
    expect(done.texts).toEqual([{ name: "MID-TERM", id: "mid-term", text: { words } }]);
    expect(answerOf(reviewMidTerm(at(done.after, "mentor", opens), { words }))).toBe("no-mid-term");
    const { checkpoints } = pair({}, term);
    const missed = pair(
      { checkpoints: checkpoints.map((each) => ({ ...each, state: "missed" as const })) },
      term,
    );
    const late = must(reviewMidTerm(at(missed, "mentor", "2027-02-01"), { words })).after;
    expect([late.checkpoints.find(({ key }) => key === "mid-term")?.state, late.midTerms?.length]).toEqual([
      "missed",
      1,
    ]);
  });
});
