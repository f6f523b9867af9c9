import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import { continuationOf } from "../src/pair/continuation.ts";
import type { PairGround } from "../src/pair/ground.ts";
import { handOverPair } from "../src/pair/handOverPair.ts";
import { decideObjection, objectionsUntil, objectToPair } from "../src/pair/objections.ts";
import { recordTest } from "../src/pair/recordTest.ts";
import type { Pair } from "../src/pair.ts";
import type { PairScheme } from "../src/pairScheme.ts";
import { onFileAs, pair, pairGround, pairScheme, people } from "./support/pairs.ts";
import { answerOf, must } from "./support/world.ts";

const term = { to: "2027-03-01" };
type Who = keyof typeof people;
const skill = (key: string) => ({ key, name: { "zh-CN": key, en: key } });
const focuses = [{ ...skill("casework"), skills: [skill("notes"), skill("scene")] }];
const approver: Actor = { id: "approver-1", role: "approver" };
/** What a rule stands on under a scheme with settings of its own. */
function at(of: Pair, who: Who | Actor, on: string, settings: Partial<PairScheme> = {}): PairGround {
  const actor = typeof who === "string" ? people[who] : who;
  return { ...pairGround(of, actor, on), scheme: { ...pairScheme(), focuses, ...settings } };
}

describe("the same two go on", () => {
  const passed = [
    { grade: "good", isPassed: true, on: "2027-02-20", entered: { by: people.hr, on: "2027-02-20" } },
  ];
  const before = (facts: Partial<Pair>) => pair({ id: "pair-0", ...facts }, term);
  test.each([
    ["for the first time", undefined, true, 1, "further-term", undefined, undefined],
    ["after a whole term", { status: "completed" }, true, 1, "further-term", "renewal", 1],
    [
      "once more than the scheme says",
      { status: "completed", renewal: 1 },
      true,
      1,
      "further-term",
      "renewals-used-up",
      undefined,
    ],
    ["as often as it says", { status: "completed", renewal: 1 }, true, 2, "further-term", "renewal", 2],
    ["where it gives none", { status: "completed" }, true, 0, "further-term", "renewals-used-up", undefined],
    [
      "after failing, a further term is no renewal",
      { status: "failed" },
      true,
      0,
      "further-term",
      "further-term",
      undefined,
    ],
    [
      "after failing, where that means another mentor",
      { status: "failed" },
      true,
      1,
      "another-mentor",
      "renewal-needs-pass",
      undefined,
    ],
    [
      "after passing, where failing means another mentor",
      { status: "completed", tests: passed },
      true,
      1,
      "another-mentor",
      "renewal",
      1,
    ],
    [
      "not passed yet, where failing means another mentor",
      {},
      true,
      1,
      "another-mentor",
      "renewal-needs-pass",
      undefined,
    ],
    [
      "after a hand-over to somebody else",
      { status: "handed-over", renewal: 1 },
      true,
      1,
      "another-mentor",
      "renewal",
      1,
    ],
    [
      "another mentor after failing",
      { status: "failed" },
      false,
      0,
      "another-mentor",
      "another-mentor",
      undefined,
    ],
    [
      "another mentor after a whole term",
      { status: "completed" },
      false,
      0,
      "another-mentor",
      undefined,
      undefined,
    ],
  ] as [
    string,
    Partial<Pair> | undefined,
    boolean,
    number,
    PairScheme["onFailure"],
    string | undefined,
    number | undefined,
  ][])("%s: %s", (_, facts, isSameTwo, renewals, onFailure, answer, renewal) => {
    const earlier = facts && { pair: before(facts), isSameTwo };
    const outcome = continuationOf(earlier, { renewals, onFailure });
    const said = outcome.ok ? outcome.value.continues?.how : answerOf(outcome);
    expect([said, outcome.ok ? outcome.value.renewal : undefined]).toEqual([answer, renewal]);
  });
});

describe("an apprentice is handed over", () => {
  const today = "2026-06-10";
  const input = {
    mentor: "300001",
    from: "2026-06-11",
    reason: "调离",
    eligibility: ["years", "rank", "record"],
    kin: false,
  };
  const planned = pair(
    { contract: { aim: "独立办案" }, plan: { "2026-05": "跟案", "2026-07": "主办" } },
    term,
  );
  const over = (change: Partial<typeof input> = {}, who: Who = "station", of = planned) => {
    const { units, officer: mentor } = onFileAs(change.mentor ?? input.mentor);
    const apprentice = onFileAs("200001").officer;
    return handOverPair(
      at(of, who, today),
      { ...input, ...change },
      { id: "pair-2", mentor, apprentice, units },
    );
  };
  test.each([
    ["tomorrow", {}, "station", "accepted"],
    ["today", { from: today }, "station", "accepted"],
    ["the day after tomorrow", { from: "2026-06-12" }, "station", "hand-over-too-late"],
    ["on the first day", { from: "2026-03-02" }, "station", "hand-over-outside-term"],
    ["the day after the first", { from: "2026-03-03" }, "station", "accepted"],
    ["to the same mentor", { mentor: "100001" }, "station", "same-mentor"],
    ["to the apprentice", { mentor: "200001" }, "station", "self-mentoring"],
    ["to nobody on file", { mentor: "999999" }, "station", "unknown-officer"],
    ["without a word on kinship", { kin: undefined }, "station", "kinship-not-said"],
    ["by the mentor", {}, "mentor", "forbidden"],
    ["by the unit that only reads", {}, "sending", "forbidden"],
  ] as [string, object, Who, string][])("%s: %s by %s: %s", (_, change, who, answer) => {
    expect(answerOf(over(change, who))).toBe(answer);
  });

  test("the old one ends the day before and names the new one, which goes on with the term, its aims and its plan", () => {
    const { after, further } = must(over());
    expect(after).toMatchObject({
      status: "handed-over",
      endedOn: today,
      continuedBy: { pairId: "pair-2", how: "hand-over" },
    });
    expect(further?.after).toMatchObject({
      status: "active",
      term: { from: "2026-06-11", to: "2027-03-01" },
      contract: { aim: "独立办案" },
      plan: { "2026-07": "主办" },
      continues: { pairId: planned.id, how: "hand-over" },
    });
    expect(Object.keys(further?.after.plan ?? {})).toEqual(["2026-07"]);
    expect(further?.after.agreement).toBeUndefined();
    expect(must(over({ eligibility: [] })).further?.after.status).toBe("proposed");
  });
});

describe("an objection", () => {
  const ended = {
    status: "dissolved" as const,
    endedOn: "2026-06-10",
    ended: { by: people.station, on: "2026-06-12", reason: "调离" },
  };
  const of = pair(ended, term);
  const words = "理由不成立";
  test("is open for a month after the end, or after the day on which that was entered", () => {
    expect(objectionsUntil(of, pairScheme())).toBe("2026-07-12");
    expect(objectionsUntil(pair({ status: "completed" }, term), pairScheme())).toBe("2027-04-01");
    expect(objectionsUntil(of, { ...pairScheme(), objectionMonths: 0 })).toBeUndefined();
    expect(objectionsUntil(pair({}, term), pairScheme())).toBeUndefined();
  });

  test.each([
    ["the mentor", of, "mentor", "2026-06-12", "accepted"],
    ["the apprentice, on the last day", of, "apprentice", "2026-07-12", "accepted"],
    ["a day later", of, "apprentice", "2026-07-13", "objection-too-late"],
    ["the unit", of, "station", "2026-06-12", "forbidden"],
    ["somebody else", of, "other", "2026-06-12", "forbidden"],
    ["while the pair runs", pair({}, term), "mentor", "2026-06-12", "pair-not-over"],
  ] as [string, Pair, Who, string, string][])("%s: %s", (_, about, who, on, answer) => {
    expect(answerOf(objectToPair(at(about, who, on), { words }))).toBe(answer);
  });

  const made = must(objectToPair(at(of, "mentor", "2026-06-12"), { words })).after;
  const decide = (who: Who | Actor, change: object = {}, about = made, side = "mentor") =>
    decideObjection(at(about, who, "2026-06-20"), side, { outcome: "upheld", reason: "查实", ...change });

  test("is made once by each, and decided by somebody who did not decide before", () => {
    expect(answerOf(objectToPair(at(made, "mentor", "2026-06-13"), { words }))).toBe("objection-made");
    expect(answerOf(objectToPair(at(made, "apprentice", "2026-06-13"), { words }))).toBe("accepted");
    const decided = must(decide(approver)).after;
    expect(decided.objections?.[0]?.decided).toMatchObject({ isUpheld: true, reason: "查实" });
    expect([
      answerOf(decide("hr")),
      answerOf(decide("hr2")),
      answerOf(decide("station")),
      answerOf(decide({ ...approver, serviceNumber: "100001" })),
      answerOf(decide(approver, {}, decided)),
      answerOf(decide(approver, {}, made, "apprentice")),
      answerOf(decide(approver, { grade: "good" })),
    ]).toEqual([
      "same-person-decides",
      "accepted",
      "forbidden",
      "own-case",
      "objection-decided",
      "no-objection",
      "grade-not-objected",
    ]);
  });

  test("upheld against a grade, another one stands, and a pair that had failed is completed", () => {
    const on = "2026-06-10";
    const failing = (about: Pair) => must(recordTest(at(about, "station", on), { grade: "fail", on })).after;
    const failed = failing(failing(pair({}, term)));
    const objected = must(objectToPair(at(failed, "apprentice", on), { words })).after;
    const upheld = must(decide(approver, { grade: "pass" }, objected, "apprentice")).after;
    expect([upheld.status, upheld.tests.at(-1)?.grade, upheld.endedOn]).toEqual([
      "completed-early",
      "pass",
      on,
    ]);
    expect(must(decide(approver, { outcome: "dismissed" }, objected, "apprentice")).after.status).toBe(
      "failed",
    );
    expect(answerOf(decide(approver, { grade: "superb" }, objected, "apprentice"))).toBe("unknown-grade");
  });
});
