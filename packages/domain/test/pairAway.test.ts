import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import type { PairGround } from "../src/pair/ground.ts";
import { isMentorless, mentorlessRanges } from "../src/pair/mentorless.ts";
import { mentorLeaves, mentorReturns, nameSubstitute } from "../src/pair/nameSubstitute.ts";
import { fileFactsOf } from "../src/pair/pairFile.ts";
import { pausePair, resumePair } from "../src/pair/pauses.ts";
import type { Pair } from "../src/pair.ts";
import type { PairScheme } from "../src/pairScheme.ts";
import { onFileAs, pair, pairGround, pairScheme, people } from "./support/pairs.ts";
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

describe("a mentor who is back", () => {
  const gone = { from: "2026-04-01", to: "2026-09-30", why: "secondment", source: "s-1" } as const;
  const away = must(mentorLeaves(at(pair({}, term), "hr", "2026-03-20"), gone)).after;
  const back = (on: string, source?: string, of = away) => mentorReturns(at(of, "hr", on), { on, source });
  test.each([
    ["before going", "2026-03-31", "s-1", []],
    ["on the first day away", "2026-04-01", undefined, []],
    ["after a day away", "2026-04-02", undefined, ["2026-04-01"]],
    ["on the last day away", "2026-09-30", "s-1", ["2026-09-29"]],
  ] as [string, string, string | undefined, string[]][])("%s", (_, on, source, ends) => {
    expect(must(back(on, source)).after.mentorAway.map(({ to }) => to)).toEqual(ends);
  });

  test("not by another secondment, nor from days that are over", () => {
    expect([answerOf(back("2026-05-01", "s-2")), answerOf(back("2026-10-01", "s-1"))]).toEqual([
      "mentor-not-away",
      "mentor-not-away",
    ]);
  });

  test("whoever stood in does so until the day before", () => {
    const named = must(
      nameSubstitute(
        at(away, "hr", "2026-03-20"),
        { why: "hr", from: "2026-05-01", substitute: "300001" },
        onFileAs("300001"),
      ),
    ).after;
    expect(must(back("2026-06-01", "s-1", named)).after.mentorAway[0]?.substitute).toMatchObject({
      from: "2026-05-01",
      to: "2026-05-31",
    });
    expect(must(back("2026-04-20", "s-1", named)).after.mentorAway[0]?.substitute).toBeUndefined();
  });
});

describe("an apprentice elsewhere", () => {
  const gone = { from: "2026-04-15", to: "2026-07-14", why: "secondment", source: "s-1" } as const;
  const pause = (of = pair({}, term), facts: object = {}) =>
    pausePair(at(of, "hr", "2026-03-20"), { ...gone, ...facts });
  const paused = must(pause()).after;
  const states = (of: Pair) =>
    Object.fromEntries(of.checkpoints.map(({ key, state }) => [key.replace("month.", ""), state]));

  test("whole months of the pause want no entry and no plan, those it only touches do", () => {
    expect(states(paused)).toMatchObject({
      "2026-04": "planned",
      "2026-05": "dropped",
      "2026-06": "dropped",
      "2026-07": "planned",
    });
    const { waits } = fileFactsOf(paused, pairScheme());
    expect(waits).toHaveLength(fileFactsOf(pair({}, term), pairScheme()).waits.length - 2);
  });

  test.each([
    ["over days that are paused", paused, {}, "pause-known"],
    ["from the day after", paused, { from: "2026-07-15", to: "2026-08-01" }, "accepted"],
    ["after the term", undefined, { from: "2027-03-02", to: "2027-04-01" }, "away-outside-term"],
    ["of a pair that is over", pair({ status: "completed" }, term), {}, "pair-not-active"],
  ] as [string, Pair | undefined, object, string][])("%s: %s", (_, of, facts, answer) => {
    expect(answerOf(pause(of, facts))).toBe(answer);
  });

  test("a look at the middle that falls into the pause comes a month after it, or falls away with the term", () => {
    const dueOn = (of: Pair) => of.checkpoints.find(({ key }) => key === "mid-term");
    expect(dueOn(must(pause(undefined, { to: "2026-10-31" })).after)).toMatchObject({
      state: "planned",
      opensOn: "2026-11-02",
      dueOn: "2026-11-30",
    });
    expect(dueOn(must(pause(undefined, { to: undefined })).after)?.state).toBe("dropped");
  });

  test("back earlier, months after the return are waited for again; never gone, nothing of it is left", () => {
    const resume = (on: string) => must(resumePair(at(paused, "hr", on), { source: "s-1", on })).after;
    expect(states(resume("2026-06-02"))).toMatchObject({ "2026-05": "dropped", "2026-06": "planned" });
    const never = resume("2026-04-15");
    expect([never.pauses, states(never)]).toEqual([[], states(pair({}, term))]);
    expect(answerOf(resumePair(at(paused, "hr", "2026-08-01"), { source: "s-1", on: "2026-08-01" }))).toBe(
      "no-pause",
    );
  });

  test("nobody is an orphan while elsewhere", () => {
    const away = must(
      mentorLeaves(at(paused, "hr", "2026-03-20"), { from: "2026-04-01", to: "2026-08-31", why: "hr" }),
    ).after;
    const ranges = mentorlessRanges(away);
    const on = ["2026-04-14", "2026-04-15", "2026-07-14", "2026-07-15", "2026-09-01"];
    expect(on.map((day) => isMentorless(ranges, day))).toEqual([true, false, false, true, false]);
  });
});
