import { addMonths } from "../calendarDate.ts";
import { monthsOf, planOf } from "../checkpoint.ts";
import { lastDayOfPair, type Pair } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";

/** Working days within which an agreement with its aims and plan is there. */
export const contractWithinWorkingDays = 10;

/** What a file (档案) of a pair consists of, in this order. */
export const fileParts = ["agreement", "goals", "plan", "entries"] as const;
export type FilePart = (typeof fileParts)[number];

/** What of a file is there, as a summary carries it: it does not depend on the day. */
export type FileFacts = {
  /** Parts of the contract that lack; entries are never among them. */
  lacks: readonly Exclude<FilePart, "entries">[];
  /** Due dates of the months that have no entry, earliest first. */
  waits: readonly string[];
};
/** What is missing on a day; a complete file misses nothing. */
export type PairFile = { missing: FilePart[]; months: string[] };

/** What of the file is there; a month of a pair that is over, and one of a pause, waits for nothing. */
export function fileFactsOf(pair: Pair, scheme: PairScheme): FileFacts {
  const { contract, plan, agreement, checkpoints, activities } = pair;
  const paused = new Set(
    checkpoints.filter(({ state }) => state === "dropped").map(({ key }) => monthOfKey(key)),
  );
  const months = monthsOf({ from: pair.term.from, to: lastDayOfPair(pair) }).filter(
    (month) => !paused.has(month),
  );
  const entered = new Set(activities.map(({ on }) => on.slice(0, 7)));
  const isSigned = agreement && contract.duties !== undefined && contract.content !== undefined;
  const hasGoals = contract.aim !== undefined && contract.standard !== undefined;
  const lacks: FileFacts["lacks"] = [
    ...(isSigned ? [] : ["agreement" as const]),
    ...(hasGoals ? [] : ["goals" as const]),
    ...(months.every((month) => plan[month] !== undefined) ? [] : ["plan" as const]),
  ];
  const waits = checkpoints
    .filter(({ key, state }) => planOf(scheme, key).kind === "month" && state !== "dropped")
    .filter(({ key }) => !entered.has(monthOfKey(key)))
    .map(({ dueOn }) => dueOn)
    .toSorted();
  return { lacks, waits };
}

/** What the file misses on a day: what was due before it and is not there. */
export function fileOn({ lacks, waits }: FileFacts, today: string): PairFile {
  const months = waits.filter((due) => due < today).map(monthBefore);
  return { missing: [...lacks, ...(months.length > 0 ? ["entries" as const] : [])], months };
}

/** The month (YYYY-MM) that an entry of the month is about, by its key. */
export function monthOfKey(key: string): string {
  const [, month = ""] = key.split(".");
  return month;
}

/** The month (YYYY-MM) of an entry by the day on which it is due, which is in the month after it. */
export function monthBefore(due: string): string {
  return addMonths(`${due.slice(0, 7)}-01`, -1).slice(0, 7);
}
