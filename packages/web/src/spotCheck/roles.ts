import type { Actor, PersonRole } from "@dunmiao/domain/actor";

/** Who commits, reveals and records results. */
export const spotCheckActors = ["hr", "inspector"] as const satisfies readonly PersonRole[];
/** Who sees lists, seeds and draws: also whoever decides for the bureau, and the auditor. */
export const spotCheckReaders = [
  ...spotCheckActors,
  "approver",
  "auditor",
] as const satisfies readonly PersonRole[];

/** Whether the pages offer this person to act; the routes ask again. */
export function mayAct({ role }: Pick<Actor, "role">): boolean {
  return spotCheckActors.some((each) => each === role);
}
