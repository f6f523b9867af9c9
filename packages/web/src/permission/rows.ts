import { type PersonRole, personRoles } from "@dunmiao/domain/actor";
import { type PermittedAct, permissions } from "@dunmiao/domain/permissions";
import type { Relation } from "@dunmiao/domain/relation";

/** One act, and for every role to whose files it may do it; none where it may not. */
export type PermissionRow = {
  act: PermittedAct;
  relations: Readonly<Partial<Record<PersonRole, readonly Relation[]>>>;
};

/** The whole table of permissions, act by act in its own order. */
export function permissionRows(): PermissionRow[] {
  return acts().map((act) => ({
    act,
    relations: Object.fromEntries(permissions[act].map(({ role, relations }) => [role, relations])),
  }));
}

/** The roles in the order of the columns. */
export const permissionColumns: readonly PersonRole[] = personRoles;

function acts(): PermittedAct[] {
  return Object.keys(permissions).filter((each): each is PermittedAct => each in permissions);
}
