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
  "administrator",
  "security",
] as const;

/** Who acts: a person in one role with the unit or service number that bounds it, or a workflow (`system`). */
export const actorSchema = z.object({
  id: z.string().min(1).max(80),
  role: z.enum([...personRoles, "system"]),
  unit: z.string().max(40).optional(),
  /** How the person is called and the name of their unit, as they stand when they act; absent where nobody gave them. */
  name: z.string().min(1).max(120).optional(),
  unitName: z.string().min(1).max(120).optional(),
  serviceNumber: z.string().max(20).optional(),
  /** The role of the account that they act in: whether it still holds is looked up with every request. */
  assignment: z.string().max(40).optional(),
  /** A provider of sign-in has seen a second factor: the account needs no code of its own in this session. */
  secondFactor: z.literal("provider").optional(),
  /** The emergency for which an account of emergencies was signed in to: over with it. */
  emergency: z.string().max(40).optional(),
  /** A program that asks by token, and whether it may write. */
  machine: z.enum(["read", "write"]).optional(),
  /** Numbers of the same person that were merged into it: looked up for every request, never kept with a session. */
  mergedNumbers: z.array(z.string().max(20)).optional(),
  /** Whose role it is, where a delegate acts in it. */
  actsFor: z.object({ id: z.string().max(80), name: z.string().min(1).max(120) }).optional(),
  /** Every number of whom the delegate acts for: looked up for every request, never kept with a session. */
  holderNumbers: z.array(z.string().max(20)).optional(),
});
export type Actor = z.infer<typeof actorSchema>;
export type Role = Actor["role"];
export type PersonRole = (typeof personRoles)[number];

/** The part of an actor that stays on records and events. */
export const signatureSchema = actorSchema.pick({
  id: true,
  role: true,
  name: true,
  unitName: true,
  actsFor: true,
});
export type Signature = z.infer<typeof signatureSchema>;

/** Reduces an actor to what a record keeps of it. */
export function signature({ id, role, name, unitName, actsFor }: Actor): Signature {
  return { id, role, ...(name && { name }), ...(unitName && { unitName }), ...(actsFor && { actsFor }) };
}

/** Who a signature names, unit first; undefined in rows from before names were kept. */
export function signedName({ name, unitName }: Pick<Signature, "name" | "unitName">): string | undefined {
  return name === undefined ? undefined : [unitName, name].filter(Boolean).join(" ");
}

/** Who changed something, as a refusal says it: the account for programs, the name for people where it is known. */
export function saidBy(by: Signature): { by: string; byName?: string } {
  const byName = signedName(by);
  return { by: by.id, ...(byName && { byName }) };
}
