import { replanCheckpoints } from "../checkpoint.ts";
import { canonical } from "../event.ts";
import { lastDayOfPair } from "../pair.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { replanned } from "./pauses.ts";

/**
 * Applies a newer calendar to a pair that is not over: what has not opened is dated anew, by one event where a day
 * moved, none where nothing did.
 */
export function recountPair({ pair, ...rules }: PairGround, notice: string): PairChange | undefined {
  if (pair.status !== "active" && pair.status !== "proposed") return undefined;
  const checkpoints = replanCheckpoints(pair, lastDayOfPair(pair), rules);
  const after = replanned({ ...pair, checkpoints }, rules);
  const dates = new Map(
    pair.checkpoints.map(({ key, opensOn, dueOn }) => [key, canonical({ opensOn, dueOn })]),
  );
  const moved = after.checkpoints
    .filter(({ key, opensOn, dueOn }) => dates.get(key) !== canonical({ opensOn, dueOn }))
    .map(({ key }) => key);
  if (moved.length === 0) return undefined;
  return { after, event: { type: "pair.recounted", change: { notice, moved } } };
}
