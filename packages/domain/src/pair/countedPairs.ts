import { addDays } from "../calendarDate.ts";
import type { PairSummary } from "./pairSummary.ts";

type Row = Pick<PairSummary, "apprentice" | "focus" | "status" | "from" | "to" | "follows"> & {
  readonly id: string;
};

/** Begun, or over after some days: neither proposed, nor dissolved before the first day. */
export function hasRun({ status, from, to }: Pick<Row, "status" | "from" | "to">): boolean {
  return status !== "proposed" && from <= to;
}

/**
 * Ids of the pairs in whose place another one runs or has run: a successor that is only proposed takes nobody's place. A
 * row from before it said whom it follows is known by its apprentice and focus, and begins on the day after a hand-over.
 */
export function replacedPairs(rows: readonly Row[]): Set<string> {
  const told = new Set(rows.map(({ follows }) => follows));
  const untold = new Map(
    rows
      .filter(({ id, status }) => status === "handed-over" && !told.has(id))
      .map((row) => [beginning(row, addDays(row.to, 1)), row.id]),
  );
  const earlier = (row: Row) =>
    row.follows ?? (untold.size === 0 ? undefined : untold.get(beginning(row, row.from)));
  return new Set(rows.flatMap((row) => (hasRun(row) ? (earlier(row) ?? []) : [])));
}

function beginning({ apprentice: [number], focus }: Row, on: string): string {
  return `${number} ${focus} ${on}`;
}

/**
 * Whether the file of a pair counts: begun and not dissolved, and a pair that was handed over only while nothing runs in
 * its place, so that one apprentice who goes on with another mentor is one pair.
 */
export function isCounted(
  { id, status }: Pick<Row, "id" | "status">,
  replaced: ReadonlySet<string>,
): boolean {
  return status !== "proposed" && status !== "dissolved" && !replaced.has(id);
}
