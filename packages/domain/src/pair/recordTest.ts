import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { doneCheckpoint, planOf } from "../checkpoint.ts";
import { lastDayOfPair } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { refusedAct, sideOf } from "./actOn.ts";
import { left } from "./endPair.ts";
import type { PairChange, PairGround } from "./ground.ts";

export const testInputSchema = z.object({ grade: z.string().min(1).max(24), on: calendarDateSchema });
export type TestInput = z.infer<typeof testInputSchema>;

/**
 * Enters a final test by somebody who is not the mentor (`mentor-tests`). Passed, it is the last; failed, there are as
 * many more as the scheme gives, and after the last of them the pair has failed on that day.
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
  const failed = { status: "failed" as const, endedOn: on, checkpoints: left({ checkpoints }, on) };
  return accept({
    after: { ...pair, tests, checkpoints, ...(hasFailed && failed) },
    event: {
      type: "pair.tested",
      change: { grade, isPassed, on, chance: tests.length, status: hasFailed ? "failed" : "active" },
    },
  });
}

function refusedTest({ pair, actor, today }: PairGround, on: string): Refused | undefined {
  if (sideOf(pair, actor, on) !== "unit") return refuse("mentor-tests");
  if (pair.tests.some(({ isPassed }) => isPassed)) return refuse("test-passed");
  const to = lastDayOfPair(pair);
  if (on < pair.term.from || on > to) return refuse("test-outside-term", "on", { from: pair.term.from, to });
  return on > today ? refuse("in-the-future", "on", { today }) : undefined;
}
