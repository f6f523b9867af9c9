import { type Account, type Assignment, rolesOn } from "../account.ts";
import { addDays } from "../calendarDate.ts";
import { otherHand } from "./roles.ts";

const unusedDays = 90;

/**
 * Why a role should be looked at: nobody acted in it for 90 days, its unit is on file no more, the same one is held twice,
 * the secondment to its unit is over, or the person has another of the three hands, be it under a number that was merged.
 */
export type StaleReason = "unused" | "unit-gone" | "twice" | "term-over" | "hands-together";
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
  /** Units to which the person's secondment is over, with its last day (`unitsLeft`). */
  readonly left: ReadonlyMap<string, string>;
  /** Roles that hold in accounts of the same person under other numbers. */
  readonly elsewhere: readonly Assignment[];
};

/** The roles of an account that hold today and should be looked at; a role that nobody used counts from its first day. */
export function staleRoles(account: Account, { today, units, used, left, elsewhere }: Facts): StaleRole[] {
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
      ...(unit && from <= (left.get(unit.code) ?? "") ? (["term-over"] as const) : []),
      ...(isTwice ? (["twice"] as const) : []),
      ...(otherHand(assignment, [...held, ...elsewhere]) ? (["hands-together"] as const) : []),
    ];
    return reasons.length > 0 ? [{ account, assignment, reasons, lastUsed }] : [];
  });
}
