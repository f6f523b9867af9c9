import * as z from "zod";
import { type Actor, personRoles, signatureSchema } from "./actor.ts";
import { delegationSchema, standInSchema } from "./delegation.ts";
import { serviceNumberInputSchema, serviceNumberSchema } from "./officer.ts";
import { plainText } from "./plainText.ts";
import { unitCodeInputSchema, unitSnapshotSchema } from "./unit.ts";

const date = z.iso.date();

/**
 * A role that a person holds: from and to are its first and last day, `to` absent while nobody set an end. `asked`
 * until the second hand has confirmed it, where the role needs both.
 */
export const assignmentSchema = z.object({
  id: z.string().min(1).max(40),
  role: z.enum(personRoles),
  unit: unitSnapshotSchema.optional(),
  from: date,
  to: date.optional(),
  state: z.enum(["asked", "granted", "ended"]),
  /** Of a machine: that it may write what the role may; without it it only reads. */
  access: z.literal("write").optional(),
  grantedBy: signatureSchema,
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** Who somebody is at a provider of sign-in (OpenID Connect): its issuer and the subject that it gives them. */
export const identitySchema = z.object({
  id: z.string().min(1).max(40),
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(255),
  boundOn: date,
  /**
   * Who bound it by themselves: without codes of the account's own nobody signs in by it before the security officer has
   * confirmed it. Absent once they have, and in rows from before that was asked.
   */
  askedBy: signatureSchema.optional(),
});
export type Identity = z.infer<typeof identitySchema>;

/**
 * Hours in which an account for emergencies can be signed in to (`by`: who armed it), whether anybody did, and who looked
 * over what was done in them. Instants are ISO.
 */
export const emergencySchema = z.object({
  id: z.string().min(1).max(40),
  reason: z.string().min(1).max(200),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  by: signatureSchema,
  usedAt: z.iso.datetime().optional(),
  review: z
    .object({ by: signatureSchema, at: z.iso.datetime(), note: z.string().min(1).max(500) })
    .optional(),
});
export type Emergency = z.infer<typeof emergencySchema>;

/** What is no person: an account for hours in which the organisation's sign-in is down, and a program that asks by token. */
export const accountKinds = ["emergency", "machine"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Who may sign in: a person by their police number, with every role that they hold or held. */
export const accountSchema = z.object({
  /** The police number. */
  id: serviceNumberSchema,
  version: z.int().nonnegative(),
  head: z.string(),
  name: z.string().min(1).max(60),
  status: z.enum(["active", "suspended"]),
  assignments: z.array(assignmentSchema),
  /** Whether a sign-in asks for a one-time code. */
  hasSecondFactor: z.boolean(),
  /** By whom of a provider the account is signed in to; absent in rows from before there were any. */
  identities: z.array(identitySchema).optional(),
  /** A person's where it is absent. */
  kind: z.enum(accountKinds).optional(),
  /** Of an account for emergencies, oldest first. */
  emergencies: z.array(emergencySchema).optional(),
  /** Who acts for the person in which of their roles, oldest first; what is long over stands in the trail alone. */
  delegations: z.array(delegationSchema).optional(),
  /** For whom the person acts. */
  standsIn: z.array(standInSchema).optional(),
});
export type Account = z.infer<typeof accountSchema>;

export const accountInputSchema = z.object({
  number: serviceNumberInputSchema,
  name: z.string().overwrite(plainText).min(1).max(60),
  kind: z.enum(accountKinds).optional(),
});
export type AccountInput = z.infer<typeof accountInputSchema>;

/** A subject is taken as the provider gives it, letter by letter. */
export const subjectInputSchema = z.object({ subject: z.string().trim().min(1).max(255) });

export const assignmentInputSchema = z.object({
  role: z.enum(personRoles),
  unit: unitCodeInputSchema.optional(),
  from: date,
  to: date.optional(),
  /** Asked of machines only. */
  access: z.enum(["read", "write"]).optional(),
});
export type AssignmentInput = z.infer<typeof assignmentInputSchema>;

/** The roles that a person may act in on a day; none while the account is suspended. */
export function rolesOn(account: Account, today: string): readonly Assignment[] {
  if (account.status === "suspended") return [];
  return account.assignments.filter((each) => isHeldOn(each, today));
}

function isHeldOn({ state, from, to }: Assignment, today: string): boolean {
  return state === "granted" && from <= today && (to === undefined || today <= to);
}

const withSecondFactor: readonly Assignment["role"][] = ["administrator", "security", "approver"];

/** Whether nobody acts in this role of the account without a one-time code at sign-in. */
export function needsSecondFactor(
  { kind }: Pick<Account, "kind">,
  { role }: Pick<Assignment, "role">,
): boolean {
  return kind === "emergency" || withSecondFactor.includes(role);
}

/**
 * The person in one of their roles; the police number goes with every role, so that nobody decides on their own file. A
 * machine has none.
 */
export function actorIn(
  { id, name, kind }: Account,
  { id: assignment, role, unit, access }: Assignment,
): Actor {
  const place = unit && { unit: unit.code, unitName: unit.name };
  if (kind === "machine") return { id, role, name, assignment, machine: access ?? "read", ...place };
  return { id, role, name, serviceNumber: id, assignment, ...place };
}
