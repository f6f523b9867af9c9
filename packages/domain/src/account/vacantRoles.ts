import { type Account, type Assignment, rolesOn } from "../account.ts";
import { addDays, datesBetween, laterOf } from "../calendarDate.ts";
import { actorsFor } from "./delegation.ts";

const saidDaysAhead = 14;
const bureauRoles = ["hr", "approver"] as const;

/** A role of the bureau that nobody holds today, or that nobody will hold after the day `until`. */
export type Vacancy = { readonly role: (typeof bureauRoles)[number]; readonly until: string | undefined };

/** Days on which somebody is away, both included; open ones have no `to`. */
export type DaysAway = { readonly from: string; readonly to?: string | undefined };
/** A role of the bureau that has holders, of whom each is away from the day `from` with nobody who acts for them. */
export type AbsentRole = {
  readonly role: Vacancy["role"];
  readonly from: string;
  readonly holders: readonly Pick<Account, "id" | "name">[];
};

/** Whether a vacancy of any of these roles is a to-do before something is late. */
export function isBureauRole(role: Assignment["role"]): boolean {
  return bureauRoles.some((each) => each === role);
}

/**
 * The roles of the bureau that nobody holds today, or of which the last holder's days end within 14 days and nobody
 * follows on the next day. Suspended accounts and those for emergencies hold none; a role that waits for the second hand
 * is not held.
 */
export function vacantRoles(accounts: readonly Account[], today: string): Vacancy[] {
  const holders = accounts.filter(({ status, kind }) => status === "active" && kind === undefined);
  const granted = holders.flatMap(({ assignments }) =>
    assignments.filter(({ state }) => state === "granted"),
  );
  return bureauRoles.flatMap((role) => {
    const periods = granted.filter((each) => each.role === role);
    const until = heldUntil(periods, today);
    if (until === "forever" || (until !== undefined && until > addDays(today, saidDaysAhead))) return [];
    return [{ role, until }];
  });
}

/** The last day up to which somebody holds it every day from today; undefined where nobody does today. */
function heldUntil(periods: readonly Assignment[], today: string): string | undefined {
  let next = today;
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > next) break;
    if (to === undefined) return "forever";
    next = laterOf(next, addDays(to, 1));
  }
  return next === today ? undefined : addDays(next, -1);
}

/**
 * The roles of the bureau of which, on a day from today to 14 days ahead, every holder is away and none has a delegate who is
 * there: with the first such day. `away` has the days by account; `accounts` those of holders and of their delegates.
 */
export function absentRoles(
  accounts: readonly Account[],
  away: ReadonlyMap<string, readonly DaysAway[]>,
  today: string,
): AbsentRole[] {
  const people = accounts.filter(({ kind }) => kind === undefined);
  const isThere = ({ id }: Pick<Account, "id">, day: string) =>
    (away.get(id) ?? []).every(({ from, to }) => day < from || (to !== undefined && to < day));
  const isCovered = (holder: Account, role: Assignment["role"], day: string) =>
    isThere(holder, day) ||
    people.some(
      (each) => isThere(each, day) && actorsFor(each, holder, day).some(({ actor }) => actor.role === role),
    );
  return bureauRoles.flatMap((role) => {
    for (const day of datesBetween(today, addDays(today, saidDaysAhead))) {
      const holders = people.filter((each) => rolesOn(each, day).some((held) => held.role === role));
      if (holders.length > 0 && !holders.some((each) => isCovered(each, role, day)))
        return [{ role, from: day, holders: holders.map(({ id, name }) => ({ id, name })) }];
    }
    return [];
  });
}
