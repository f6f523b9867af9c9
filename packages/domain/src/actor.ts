import * as z from "zod";

/** Roles of people (domain.md, "People who use it"). */
export const personRoles = [
  "hr",
  "approver",
  "branch",
  "station",
  "sending",
  "officer",
  "mentor",
  "inspector",
  "auditor",
] as const;

/** Who acts: a person in one role with the unit or service number that bounds it, or a workflow (`system`). */
export const actorSchema = z.object({
  id: z.string().min(1).max(80),
  role: z.enum([...personRoles, "system"]),
  unit: z.string().max(40).optional(),
  serviceNumber: z.string().max(20).optional(),
});
export type Actor = z.infer<typeof actorSchema>;
export type Role = Actor["role"];
export type PersonRole = (typeof personRoles)[number];

/** The part of an actor that stays on records and events. */
export const signatureSchema = actorSchema.pick({ id: true, role: true });
export type Signature = z.infer<typeof signatureSchema>;

/** Reduces an actor to what a record keeps of it. */
export function signature(actor: Actor): Signature {
  return { id: actor.id, role: actor.role };
}
