import { canonical } from "@dunmiao/domain/event";
import type { Notice } from "@dunmiao/domain/notice";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { calendarOf, type StoredCalendar, withNotice } from "./grownCalendar.ts";

/** The calendars that the confirmed notices make, as their own records say. */
export type CalendarHistory = {
  readonly inForce: WorkCalendar;
  /** The calendar of an earlier version. */
  at(version: number): Promise<WorkCalendar>;
  /** The first notice after a version whose recount is not through: what it changes may still be as it was before. */
  recounting(after: number): string | undefined;
};

const none: StoredCalendar = { version: 0, notices: [] };

/** Tells the calendars again from the notices, in the order in which they were confirmed. */
export async function calendarHistory(notices: readonly Notice[]): Promise<CalendarHistory> {
  const confirmed = inOrder(notices);
  const known = new Map<number, Promise<WorkCalendar>>();
  const at = (version: number) => {
    const found =
      known.get(version) ?? calendarOf(grown(confirmed.filter((each) => madeBy(each) <= version)));
    known.set(version, found);
    return found;
  };
  const recounting = (after: number) =>
    confirmed.find((each) => madeBy(each) > after && each.status !== "finished")?.id;
  return { inForce: await at(confirmed.length), at, recounting };
}

/** What of the stored calendar is not what the confirmed notices make. */
export function calendarFaults(notices: readonly Notice[], stored: StoredCalendar): string[] {
  const told = grown(inOrder(notices));
  return [
    ...(told.version === stored.version ? [] : ["version"]),
    ...(canonical(told.notices) === canonical(stored.notices) ? [] : ["notices"]),
  ];
}

function inOrder(notices: readonly Notice[]): Notice[] {
  return notices
    .filter(({ calendarVersion }) => calendarVersion !== undefined)
    .toSorted((one, other) => madeBy(one) - madeBy(other));
}

function madeBy({ calendarVersion = 0 }: Notice): number {
  return calendarVersion;
}

function grown(confirmed: readonly Notice[]): StoredCalendar {
  return confirmed.reduce(withNotice, none);
}
