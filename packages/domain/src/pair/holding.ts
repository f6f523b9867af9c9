import * as z from "zod";
import { addDays, addMonths } from "../calendarDate.ts";
import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

/** A period (both days included) for which a pair holds a mentor, or an apprentice for a focus. */
export const heldSchema = z.object({ pairId: z.string(), from: z.iso.date(), to: z.iso.date() });
export type Held = z.infer<typeof heldSchema>;

/**
 * Holds a mentor for a further pair: on no day more than the cap of the scheme (`mentor-load-reached`), and rested where
 * it asks for rest (`mentor-rests`); a pair that moves replaces its own period. Answers the new periods, earliest first.
 */
export function holdMentor(
  periods: readonly Held[],
  wanted: Held,
  { loadCap, restMonths }: Pick<PairScheme, "loadCap" | "restMonths">,
): Outcome<Held[]> {
  const others = releaseHeld(periods, wanted.pairId);
  const beside = others.filter((each) => overlap(each, wanted));
  // The load is highest on the first day of one of them.
  const load = (day: string) => beside.filter(({ from, to }) => from <= day && day <= to).length;
  const most = Math.max(
    0,
    ...[wanted.from, ...beside.map(({ from }) => from)].filter(within(wanted)).map(load),
  );
  if (most >= loadCap) return refuse("mentor-load-reached", "mentor", { cap: loadCap });
  const tooClose = others.find((each) => !overlap(each, wanted) && isTooClose(each, wanted, restMonths));
  if (tooClose) return refuse("mentor-rests", "from", { months: restMonths, ...tooClose });
  return accept(inOrder([...others, wanted]));
}

/** Holds an apprentice for one focus: one pair at a time (`apprentice-has-pair`, with the one in the way). */
export function holdApprentice(periods: readonly Held[], wanted: Held): Outcome<Held[]> {
  const others = releaseHeld(periods, wanted.pairId);
  const inTheWay = others.find((each) => overlap(each, wanted));
  if (inTheWay) return refuse("apprentice-has-pair", "apprentice", { ...inTheWay });
  return accept(inOrder([...others, wanted]));
}

/** Lets go of what a pair holds; nothing held is no error. */
export function releaseHeld(periods: readonly Held[], pairId: string): Held[] {
  return inOrder(periods.filter((each) => each.pairId !== pairId));
}

/** A pair that holds somebody for fewer days than before: an end asks nobody for rest or place. */
export function shortenHeld(periods: readonly Held[], wanted: Held): Held[] {
  return inOrder([...releaseHeld(periods, wanted.pairId), wanted]);
}

function within({ from, to }: Held) {
  return (day: string) => from <= day && day <= to;
}

/** Fewer than the months of rest between the end of one and the start of the other, whichever comes first. */
function isTooClose(one: Held, other: Held, restMonths: number): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return second.from < addMonths(addDays(first.to, 1), restMonths);
}

function overlap(one: Held, other: Held): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function inOrder(periods: readonly Held[]): Held[] {
  return periods.toSorted((one, other) =>
    `${one.from}${one.pairId}` < `${other.from}${other.pairId}` ? -1 : 1,
  );
}
