import * as z from "zod";
import { signature } from "../actor.ts";
import { addDays, calendarDateSchema } from "../calendarDate.ts";
import { dropCheckpoints } from "../checkpoint.ts";
import type { Pair } from "../pair.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { decidersOf, type PairChange, type PairGround } from "./ground.ts";
import { monthOfKey } from "./pairFile.ts";

export const endInputSchema = z.object({
  outcome: z.enum(["completed", "dissolved"]),
  /** The real last day. */
  on: calendarDateSchema,
  reason: z.string().trim().min(1).max(300).optional(),
});
export type EndInput = z.infer<typeof endInputSchema>;

/**
 * Ends a pair: completed (early, where days of the term are left) once the final test is passed (`not-passed-yet`), or
 * dissolved, with the reason. One that waits for approval can only be dissolved, and never ran.
 */
export function endPair(ground: PairGround, { outcome, on, reason }: EndInput): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedEnd(ground, { outcome, on, reason });
  if (refused) return refused;
  const isEarly = outcome === "completed" && on < pair.term.to;
  const status = isEarly ? ("completed-early" as const) : outcome;
  // One that never ran holds nobody for any day.
  const endedOn = pair.status === "proposed" ? addDays(pair.term.from, -1) : on;
  const ended = { by: signature(actor), on: today, ...(reason && { reason }) };
  return accept({
    after: { ...pair, status, endedOn, ended, checkpoints: left(pair, endedOn) },
    event: { type: "pair.ended", change: { status, on: endedOn, ...(reason && { reason }) } },
  });
}

function refusedEnd(
  { pair, actor, today }: PairGround,
  { outcome, on, reason }: EndInput,
): Refused | undefined {
  if (!may(actor, "end-pair", decidersOf(pair))) return refuse("forbidden");
  const { status, term } = pair;
  const isOpen = status === "active" || (status === "proposed" && outcome === "dissolved");
  if (!isOpen) return refuse("pair-not-active", undefined, { status });
  if (status === "active" && (on < term.from || on > term.to))
    return refuse("end-outside-term", "on", { from: term.from, to: term.to });
  if (status === "active" && on > today) return refuse("in-the-future", "on", { today });
  if (outcome === "dissolved" && !reason) return refuse("required", "reason");
  if (outcome === "completed" && !pair.tests.some(({ isPassed }) => isPassed))
    return refuse("not-passed-yet");
  return undefined;
}

/** Months up to the end still want their entry; what would have come after falls away. */
export function left({ checkpoints }: Pick<Pair, "checkpoints">, endedOn: string): Pair["checkpoints"] {
  return dropCheckpoints(checkpoints, ({ key }) => {
    const month = monthOfKey(key);
    return !/^\d{4}-\d{2}$/.test(month) || month > endedOn.slice(0, 7);
  });
}
