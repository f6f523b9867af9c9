import type { Account, Assignment } from "../account.ts";
import { addDays, laterOf } from "../calendarDate.ts";

const saidDaysAhead = 14;
const bureauRoles = ["hr", "approver"] as const;

/** A role of the bureau that nobody holds today, or that nobody will hold after the day `until`. */
export type Vacancy = { readonly role: (typeof bureauRoles)[number]; readonly until: string | undefined };

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
