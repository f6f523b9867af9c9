import { addDays, addMonths } from "../calendarDate.ts";
import type { PairScheme } from "../pairScheme.ts";

/** A pair on file, as far as matching asks: both numbers, its days (the last one real where it ended), how it stands. */
export type PairOnFile = {
  readonly mentor: readonly [number: string, ...rest: unknown[]];
  readonly apprentice: readonly [number: string, ...rest: unknown[]];
  readonly focus: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
};
/** What the pairs on file say of a mentor on the first day of further ones. */
export type MentorFacts = {
  load: number;
  restsUntil?: string;
  results: { passed: number; failed: number };
};

const passed = ["completed", "completed-early"];

/**
 * Load, rest and results of a mentor, from the pairs on file: those that hold a place on the day, the last day of the
 * rest after the newest that ended before, and how earlier ones ended. Pairs that were dissolved before they began hold
 * nothing, and are no result.
 */
export function mentorFacts(
  own: readonly PairOnFile[],
  from: string,
  { restMonths }: Pick<PairScheme, "restMonths">,
): MentorFacts {
  const held = own.filter((pair) => pair.from <= pair.to);
  const last = held
    .map(({ to }) => to)
    .filter((to) => to < from)
    .toSorted()
    .at(-1);
  const count = (wanted: readonly string[]) => own.filter(({ status }) => wanted.includes(status)).length;
  return {
    load: held.filter((pair) => pair.from <= from && from <= pair.to).length,
    ...(last !== undefined &&
      restMonths > 0 && { restsUntil: addDays(addMonths(addDays(last, 1), restMonths), -1) }),
    results: { passed: count(passed), failed: count(["failed"]) },
  };
}

/** Whether somebody has a pair of a focus on that day or later: they need no second one. */
export function hasPair(own: readonly PairOnFile[], focus: string, from: string): boolean {
  return own.some((pair) => pair.focus === focus && pair.from <= pair.to && pair.to >= from);
}
