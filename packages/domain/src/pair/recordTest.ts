import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema, earlierOf } from "../calendarDate.ts";
import { doneCheckpoint, planOf } from "../checkpoint.ts";
import { lastDayOfPair } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { isMember, refusedAct } from "./actOn.ts";
import { left } from "./endPair.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { skillsLeft } from "./signSkill.ts";

export const testInputSchema = z.object({ grade: z.string().min(1).max(24), on: calendarDateSchema });
export type TestInput = z.infer<typeof testInputSchema>;

/**
 * Enters a final test by somebody who is neither of the two (`member-tests`), once what the scheme asks for is there
 * (`skills-not-signed`, `statement-lacks`). Passed, it is the last; failed, there are as many more as the scheme gives,
 * and after the last of them the pair has failed on that day. One that waits for its test is tested after its term, too.
 */
export function recordTest(ground: PairGround, { grade, on }: TestInput): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  const refused = refusedAct(ground, "test-pair") ?? refusedTest(ground, on);
  if (refused) return refused;
  const known = scheme.grades.find(({ key }) => key === grade);
  if (!known) return refuse("unknown-grade", "grade");
  const { isPass: isPassed } = known;
  const tests = [...pair.tests, { grade, isPassed, on, entered: { by: signature(actor), on: today } }];
  const hasFailed = !isPassed && tests.length > scheme.secondChances;
  const checkpoints = pair.checkpoints.map((each) =>
    planOf(scheme, each.key).kind === "final-test" && (isPassed || hasFailed)
      ? doneCheckpoint(each, today)
      : each,
  );
  const endedOn = earlierOf(on, lastDayOfPair(pair));
  const failed = { status: "failed" as const, endedOn, checkpoints: left({ checkpoints }, endedOn) };
  return accept({
    after: { ...pair, tests, checkpoints, ...(hasFailed && failed) },
    event: {
      type: "pair.tested",
      change: { grade, isPassed, on, chance: tests.length, status: hasFailed ? "failed" : "active" },
    },
  });
}

function refusedTest({ pair, scheme, actor, today }: PairGround, on: string): Refused | undefined {
  const { term, tests, statement } = pair;
  if (isMember(pair, actor)) return refuse("member-tests");
  if (tests.some(({ isPassed }) => isPassed)) return refuse("test-passed");
  const count = skillsLeft(pair, scheme).length;
  if (scheme.testNeeds.includes("skills") && count > 0)
    return refuse("skills-not-signed", undefined, { count });
  if (scheme.testNeeds.includes("statement") && !statement) return refuse("statement-lacks");
  const previous = tests.at(-1)?.on ?? term.from;
  if (on < previous)
    return refuse(tests.length > 0 ? "test-before-last" : "test-before-term", "on", { from: previous });
  return on > today ? refuse("in-the-future", "on", { today }) : undefined;
}
