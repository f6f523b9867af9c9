import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";

/** Whether the pages offer this person to act; the routes ask again. */
export function mayAct(actor: Pick<Actor, "role">): boolean {
  return mayTry(actor, "run-spot-checks");
}
