import { type Account, type Assignment, rolesOn } from "../account.ts";
import { addDays } from "../calendarDate.ts";
import type { Event } from "../event.ts";
import type { EventIn } from "../eventType.ts";
import { type Facts, readChange } from "../readChange.ts";
import { accountEvents } from "./events.ts";

/** Told as long as a fortnight; afterwards the trail says it. */
const toldDays = 14;

/** An account with its events, in any order. */
export type Told = { readonly record: Account; readonly events: readonly Event[] };
type Change = Facts<EventIn<typeof accountEvents>["change"]>;
type Given = Pick<Assignment, "role" | "unit"> & {
  readonly delegation: string;
  readonly from: string;
  readonly to: string;
};
type Person = Pick<Account, "id" | "name">;

export type DelegationNews = Given & {
  readonly code: "delegation-begun" | "delegation-over" | "delegation-withdrawn";
  /** The first day on which it is so. */
  readonly on: string;
  readonly side: "holder" | "delegate";
  readonly other: Person;
};

/** A delegation as the trail of one of the two says it, with the day on which it was taken back. */
type Line = Given & Pick<DelegationNews, "side" | "other"> & { readonly withdrawnOn: string | undefined };

/** Accounts without which it is not known whether a delegation of these days still goes on. */
export function othersOf({ events }: Told, today: string): readonly string[] {
  const lasting = linesOf(events).filter(
    ({ from, to, withdrawnOn }) => withdrawnOn === undefined && from <= today && today <= to,
  );
  return [...new Set(lasting.map(({ other }) => other.id))];
}

/**
 * What somebody is told of the delegations that they gave and were given, newest first, for 14 days: that one began, that it
 * was taken back, and that it is over because its days or the role are, or because an account is suspended. `others` has
 * `othersOf`, by number.
 */
export function delegationNews(
  own: Told,
  others: ReadonlyMap<string, Told>,
  today: string,
): readonly DelegationNews[] {
  const since = addDays(today, -toldDays);
  const told = linesOf(own.events).flatMap(({ withdrawnOn, ...line }): DelegationNews[] => {
    const { from, to, side, other } = line;
    const begun: DelegationNews = { ...line, code: "delegation-begun", on: from };
    if (withdrawnOn)
      return [
        { ...line, code: "delegation-withdrawn", on: withdrawnOn },
        ...(from <= withdrawnOn ? [begun] : []),
      ];
    if (from > today) return [];
    if (today > to) return [{ ...line, code: "delegation-over", on: addDays(to, 1) }, begun];
    const theirs = others.get(other.id);
    if (!theirs) return [begun];
    const [holder, delegate] = side === "holder" ? [own, theirs] : [theirs, own];
    const on = brokenOff({ holder, delegate, line }, today);
    return on === undefined ? [begun] : [{ ...line, code: "delegation-over", on }, begun];
  });
  return told.filter(({ on }) => since < on).toSorted((a, b) => (a.on > b.on ? -1 : 1));
}

/** The day on which the role or an account went, of a delegation whose days go on; undefined where both are there. */
function brokenOff(
  { holder, delegate, line }: { holder: Told; delegate: Told; line: Given },
  today: string,
): string | undefined {
  const found = holder.record.delegations?.find(({ id }) => id === line.delegation);
  const held = holder.record.assignments.find(({ id }) => id === found?.assignment);
  const isHeld = rolesOn(holder.record, today).some(({ id }) => id === found?.assignment);
  if (isHeld && delegate.record.status === "active") return undefined;
  if (held?.state === "granted" && held.to !== undefined && held.to < today) return addDays(held.to, 1);
  const days = [
    ...holder.events.filter((each) => each.type === "account.suspended" || endsRole(each, found?.assignment)),
    ...delegate.events.filter(({ type }) => type === "account.suspended"),
  ].map(({ on }) => on);
  return days.toSorted().at(-1) ?? today;
}

function endsRole(event: Event, assignment: string | undefined): boolean {
  return (
    event.type === "account.role-ended" &&
    readChange<Change>(accountEvents, event).facts?.assignment === assignment
  );
}

function linesOf(events: readonly Event[]): readonly Line[] {
  const read = events.map((event) => ({
    event,
    facts: readChange<Change>(accountEvents, event).facts ?? {},
  }));
  return read.flatMap(({ event: { type }, facts }): Line[] => {
    const { delegation, role, unit, from, to, delegate, holder } = facts;
    const other = type === "account.delegated" ? delegate : holder;
    const isGiven = type === "account.delegated" || type === "account.delegate-named";
    if (!isGiven || !other || !delegation || !role || !from || !to) return [];
    const end = read.find(
      ({ event: { type: last }, facts: said }) => said.delegation === delegation && ends.has(last),
    );
    const side = type === "account.delegated" ? "holder" : "delegate";
    return [{ delegation, role, unit, from, to, side, other, withdrawnOn: end?.event.on }];
  });
}

const ends: ReadonlySet<string> = new Set(["account.delegation-ended", "account.delegate-released"]);
