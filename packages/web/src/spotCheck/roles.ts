import type { Actor } from "@dunmiao/domain/actor";
import { spotCheckActors } from "../access.ts";

/** Whether the pages offer this person to act; the routes ask again. */
export function mayAct({ role }: Pick<Actor, "role">): boolean {
  return spotCheckActors.some((each) => each === role);
}
