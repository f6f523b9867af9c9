import type { Actor } from "@dunmiao/domain/actor";

/** Who one can be in the demo. */
export const personas = [
  "hr",
  "approver",
  "branch",
  "station",
  "sending",
  "officer",
  "inspector",
  "auditor",
] as const;
export type Persona = (typeof personas)[number];

/** What bounds a persona: a unit for branch, station and sending, a service number for officer. */
export type Scope = { unit?: string | undefined; serviceNumber?: string | undefined };

/** Personas who see one unit only. */
export function hasUnit(persona: Persona): boolean {
  return persona === "branch" || persona === "station" || persona === "sending";
}

/**
 * The actor of a persona. Two stations are two people, and so are two service numbers; `person` tells several holders
 * of one office apart (`demo-hr` and `demo-hr-2`).
 */
export function demoActor(persona: Persona, scope: Scope = {}, person?: string): Actor {
  const unit = hasUnit(persona) ? scope.unit : undefined;
  const serviceNumber = persona === "officer" ? scope.serviceNumber : undefined;
  const id = ["demo", persona, unit ?? serviceNumber, person].filter(Boolean).join("-");
  return { id, role: persona, ...(unit && { unit }), ...(serviceNumber && { serviceNumber }) };
}
