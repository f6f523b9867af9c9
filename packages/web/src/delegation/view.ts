import type { Account } from "@dunmiao/domain/account";
import { delegableRoles } from "@dunmiao/domain/account/delegation";

/** What a program gets of an account where delegations are: nothing of how the person signs in. */
export function delegationView(account: Account, today: string) {
  const { id, name, delegations = [] } = account;
  const roles = delegableRoles(account, today).map(({ id: assignment, role, unit, from, to }) => ({
    assignment,
    role,
    unit,
    from,
    to,
  }));
  return { id, name, roles, delegations };
}
