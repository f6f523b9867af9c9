import type { Absence, AbsenceFacts } from "../absence.ts";
import { addDays, earlierOf, laterOf } from "../calendarDate.ts";
import type { Ground } from "../change.ts";
import { halfDaysOf } from "../count/halfDays.ts";
import { type Refused, refuse } from "../refusal.ts";
import { lastDayServed } from "../secondment.ts";

/** The days of a request inside the term that are over: only they can have been spent off post without leave. */
export function pastDaysOf({ secondment, today }: Ground, { from, to, fromHalf, toHalf }: AbsenceFacts) {
  const first = laterOf(from, secondment.term.from);
  const last = earlierOf(earlierOf(to, addDays(today, -1)), lastDayServed(secondment));
  if (first > last) return undefined;
  return {
    from: first,
    to: last,
    ...(fromHalf && first === from && { fromHalf }),
    ...(toHalf && last === to && { toHalf }),
  };
}

/** A request whose days are past is no longer taken back: whoever decides it must say what those days were. */
export function refusedWithdrawal(ground: Ground, absence: Absence): Refused | undefined {
  const isOpen = absence.state === "requested" && pastDaysOf(ground, absence) !== undefined;
  return isOpen ? refuse("past-days-need-a-decision") : undefined;
}

/** Past days are not moved out of a request that waits either. */
export function refusedMove(ground: Ground, before: Absence, after: AbsenceFacts): Refused | undefined {
  const past = before.state === "requested" ? pastDaysOf(ground, before) : undefined;
  if (!past) return undefined;
  const gone = halfDaysOf(past);
  const kept = halfDaysOf(after);
  const isKept = kept.first <= gone.first && gone.last <= kept.last;
  return isKept ? undefined : refuse("past-days-need-a-decision", "from");
}
