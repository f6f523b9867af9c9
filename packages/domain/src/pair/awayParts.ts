import { addDays, earlierOf } from "../calendarDate.ts";
import type { MentorAway } from "../pair.ts";
import { type Range, without } from "./mentorless.ts";

/** The days until another substitute, as they were. */
export function endedPart(away: MentorAway, from: string): MentorAway {
  return { ...away, to: addDays(from, -1) };
}

/** The days from another substitute on: the same absence, for the same reason. */
export function nextPart({ substitute: _, ...away }: MentorAway, from: string): MentorAway {
  return { ...away, from };
}

/**
 * The parts of one absence, earliest first: those of a secondment, else the one on a day and what goes on from there for
 * the same reason. None where nobody is away.
 */
export function partsOf(
  known: readonly MentorAway[],
  { source, on }: { source?: string | undefined; on: string },
): MentorAway[] {
  const inOrder = known.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  if (source !== undefined) return inOrder.filter((each) => each.source === source);
  const parts: MentorAway[] = [];
  for (const each of inOrder) {
    const before = parts.at(-1);
    const isFirst = !before && each.from <= on && (each.to ?? on) >= on;
    const goesOn = before?.to !== undefined && each.from === addDays(before.to, 1) && each.why === before.why;
    if (isFirst || (goesOn && each.source === before.source)) parts.push(each);
  }
  return parts;
}

/** Days away that end on a day, and with them the days of the substitute. */
export function until({ substitute, ...away }: MentorAway, to: string): MentorAway {
  const stays = substitute &&
    substitute.from <= to && { ...substitute, to: earlierOf(substitute.to ?? to, to) };
  return { ...away, to, ...(stays && { substitute: stays }) };
}

/** The days that are among none of those known; open ones last until the `last` day. */
export function daysApart(days: Range, known: readonly MentorAway[], last: string): Range[] {
  return known.reduce(
    (left, { from, to = last }) => left.flatMap((each) => without(each, { from, to })),
    [days],
  );
}

/** Whether days have one in common; open ones last until the `last` day. */
export function meets(
  one: { from: string; to?: string | undefined },
  other: typeof one,
  last: string,
): boolean {
  return one.from <= (other.to ?? last) && other.from <= (one.to ?? last);
}
