import { signature } from "../actor.ts";
import { addDays, addMonths } from "../calendarDate.ts";
import { isAwaited, monthsOf, planOf } from "../checkpoint.ts";
import { lastDayOfPair, type Pair, type Pause } from "../pair.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { nextWorkingDay } from "../workCalendar.ts";
import type { PairChange, PairGround, PairRules } from "./ground.ts";
import { mentorlessMonths, pausedRanges } from "./mentorless.ts";
import { monthOfKey } from "./pairFile.ts";

/** Elsewhere by another decision: on these days, for this reason, by this secondment. */
export type Elsewhere = {
  from: string;
  to?: string | undefined;
  why: Pause["why"];
  source?: string | undefined;
};

/**
 * The apprentice is elsewhere on days of the term that were not known yet: nobody waits for entries of months that are
 * wholly paused, and a look at the middle comes a month after the return. Refuses `pair-not-active`, `pause-known`.
 */
export function pausePair(ground: PairGround, { from, to, why, source }: Elsewhere): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const { status, pauses = [] } = pair;
  if (status !== "active" && status !== "proposed") return refuse("pair-not-active", undefined, { status });
  const last = lastDayOfPair(pair);
  if (from > last || (to ?? last) < pair.term.from)
    return refuse("away-outside-term", "from", { from, to: last });
  if (pauses.some((each) => each.from <= (to ?? last) && from <= (each.to ?? last)))
    return refuse("pause-known", "from", { from });
  const facts = { from, ...(to && { to }), why, ...(source && { source }) };
  const pause = { ...facts, told: { by: signature(actor), on: today } };
  const after = { ...pair, pauses: [...pauses, pause] };
  return accept({ after: replanned(after, ground), event: { type: "pair.paused", change: facts } });
}

/** The apprentice is back from `on` on, or never was elsewhere where that is the first day of the pause or before. */
export function resumePair(
  ground: PairGround,
  { source, on }: { source?: string | undefined; on: string },
): Outcome<PairChange> {
  const { pair } = ground;
  const { status, pauses = [] } = pair;
  if (status !== "active" && status !== "proposed") return refuse("pair-not-active", undefined, { status });
  const found = pauses.find((each) =>
    source === undefined ? each.from <= on && (each.to ?? on) >= on : each.source === source,
  );
  if (!found || (found.to !== undefined && found.to < on)) return refuse("no-pause", "on", { on });
  const to = addDays(on, -1);
  const isNever = to < found.from;
  const kept = pauses.flatMap((each) => (each !== found ? [each] : isNever ? [] : [{ ...each, to }]));
  const after = { ...pair, pauses: kept };
  return accept({
    after: replanned(after, ground),
    event: { type: "pair.resumed", change: { from: found.from, ...(!isNever && { to }) } },
  });
}

/** Steps of the timetable as pauses leave them; what is done or missed stays. */
export function replanned(pair: Pair, rules: PairRules): Pair {
  const ranges = pausedRanges(pair);
  const last = lastDayOfPair(pair);
  const paused = mentorlessMonths(ranges, { from: pair.term.from, to: last });
  const checkpoints = pair.checkpoints.map((each): Pair["checkpoints"][number] => {
    const { kind } = planOf(rules.scheme, each.key);
    if (kind === "month") {
      const month = monthOfKey(each.key);
      const isKnown = monthsOf({ from: pair.term.from, to: last }).includes(month);
      if (paused.includes(month))
        return each.state === "planned" || isAwaited(each) ? { ...each, state: "dropped" } : each;
      return each.state === "dropped" && isKnown ? { ...each, state: "planned" } : each;
    }
    const within = ranges.find(({ from, to }) => from <= each.dueOn && each.dueOn <= to);
    if (kind !== "mid-term" || each.state !== "planned" || !within) return each;
    const dueOn = nextWorkingDay(rules.calendar, addMonths(within.to, 1));
    if (dueOn > last) return { ...each, state: "dropped" };
    return { ...each, opensOn: nextWorkingDay(rules.calendar, addDays(within.to, 1)), dueOn };
  });
  return { ...pair, checkpoints };
}
