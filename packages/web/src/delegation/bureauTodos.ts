import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { listAccounts } from "@dunmiao/store/account";
import { type BureauRoles, bureauRolesOn } from "@dunmiao/store/bureauRoles";
import type { WebDeps } from "../deps.ts";

/** What the personnel office is told of the roles of the bureau; undefined for others, and where nobody has an account. */
export async function bureauTodos(
  { store, hasAccounts }: WebDeps,
  actor: Actor,
  today: string,
): Promise<BureauRoles | undefined> {
  if (!hasAccounts || !mayTry(actor, "keep-delegations")) return undefined;
  return bureauRolesOn(store, await listAccounts(store), today);
}
