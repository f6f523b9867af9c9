import type { Account } from "@dunmiao/domain/account";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";

/** Somebody who changes their own account, also while they have no role to do it in. */
export function ownActing(c: Context<WebEnv>, { id, name }: Account): Acting {
  const { store, calendar, clock } = c.var.deps;
  const actor = c.var.actor ?? { id, name, role: "system" };
  return { store, calendar, actor, today: c.var.today, now: clock.now() };
}
