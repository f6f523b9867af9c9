import { type Account, type Assignment, rolesOn } from "../account.ts";
import { addDays } from "../calendarDate.ts";

const unusedDays = 90;

/** Why a role should be looked at: nobody acted in it for 90 days, its unit is on file no more, or the same one is held twice. */
export type StaleReason = "unused" | "unit-gone" | "twice";
export type StaleRole = {
  readonly account: Account;
  readonly assignment: Assignment;
  readonly reasons: readonly StaleReason[];
  /** The day on which somebody last began to act in it. */
  readonly lastUsed: string | undefined;
};
type Facts = {
  readonly today: string;
  /** Codes of the units on file. */
  readonly units: ReadonlySet<string>;
  /** By role of the account: the day on which somebody last began to act in it. */
  readonly used: ReadonlyMap<string, string>;
};

/** The roles of an account that hold today and should be looked at; a role that nobody used counts from its first day. */
export function staleRoles(account: Account, { today, units, used }: Facts): StaleRole[] {
  // One for emergencies is not used, or should not be.
  if (account.kind === "emergency") return [];
  const held = rolesOn(account, today);
  const since = addDays(today, -unusedDays);
  return held.flatMap((assignment) => {
    const { id, role, unit, from } = assignment;
    const lastUsed = used.get(id);
    const isTwice = held.some((other) => other.id !== id && other.role === role);
    const reasons: StaleReason[] = [
      ...((lastUsed ?? from) < since ? (["unused"] as const) : []),
      ...(unit && !units.has(unit.code) ? (["unit-gone"] as const) : []),
      ...(isTwice ? (["twice"] as const) : []),
    ];
    return reasons.length > 0 ? [{ account, assignment, reasons, lastUsed }] : [];
  });
}
