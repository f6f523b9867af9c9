import type { Account, Assignment } from "../account.ts";
import type { EventIn } from "../eventType.ts";
import type { accountEvents } from "./events.ts";

type Limited = { after: Account; event: EventIn<Pick<typeof accountEvents, "account.role-limited">> };
/** Roles at these units end with this day (`lastDay`), for what happened to the person. */
export type Limit = {
  readonly units: readonly string[];
  readonly lastDay: string;
  readonly because: "secondment" | "move";
  /** Roles that begin after the day stand: they were given to somebody who had left. */
  readonly sparesLater?: true;
};

/**
 * Whoever leaves a unit keeps no right there: each role that is bound to one of these units and would outlast the day ends
 * with it, one change after the other; a role that had not begun by then is ended. None where nothing outlasts it.
 */
export function limitRoles(account: Account, { units, lastDay, because, sparesLater }: Limit): Limited[] {
  const outlasts = ({ state, unit, from, to }: Assignment) =>
    state !== "ended" &&
    unit !== undefined &&
    units.includes(unit.code) &&
    (to === undefined || to > lastDay) &&
    !(sparesLater && from > lastDay);
  let present = account;
  return account.assignments.filter(outlasts).map((each) => {
    const limited: Assignment = { ...each, to: lastDay, ...(lastDay < each.from && { state: "ended" }) };
    const assignments = present.assignments.map((one) => (one.id === each.id ? limited : one));
    present = { ...present, assignments };
    const change = { assignment: each.id, role: each.role, to: lastDay, because };
    return { after: present, event: { type: "account.role-limited", change } };
  });
}
