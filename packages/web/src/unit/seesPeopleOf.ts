import type { Actor } from "@dunmiao/domain/actor";
import { may } from "@dunmiao/domain/permissions";
import type { Units } from "@dunmiao/store/unit";

/** Whether a role sees the people of a unit: central roles everyone's, the others those of their own unit and below it. */
export function seesPeopleOf(actor: Actor, code: string, units: Units): boolean {
  return may(actor, "read-people", { unit: { code, parent: units.get(code)?.parent } });
}
