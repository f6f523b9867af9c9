import type { Actor } from "@dunmiao/domain/actor";
import type { Units } from "@dunmiao/store/unit";
import { centralReaders } from "../access.ts";

/** Whether a role sees the people of a unit: central roles everyone's, the others those of their own unit and below it. */
export function seesPeopleOf(actor: Actor, code: string, units: Units): boolean {
  if (centralReaders.some((role) => role === actor.role)) return true;
  if (actor.unit === undefined || actor.role === "officer" || actor.role === "mentor") return false;
  return actor.unit === code || units.get(code)?.parent === actor.unit;
}
