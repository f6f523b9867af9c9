import * as z from "zod";
import { nameKey, plainCode, plainText } from "./plainText.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { unitCodeInputSchema, unitCodeSchema } from "./unit.ts";

export const serviceNumberSchema = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);

/** The person: a service number, never shown in logs together with anything else. */
export const officerSchema = z.object({
  id: serviceNumberSchema,
  version: z.int().nonnegative(),
  head: z.string(),
  name: z.string().trim().min(1).max(40),
  sex: z.enum(["male", "female"]),
  birthMonth: z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/),
  kind: z.enum(["officer", "auxiliary"]),
  homeUnit: unitCodeSchema,
});
export type Officer = z.infer<typeof officerSchema>;
export const officerInputSchema = officerSchema.omit({ id: true, version: true, head: true }).extend({
  serviceNumber: z
    .string()
    .overwrite(plainCode)
    .regex(/^[0-9A-Za-z-]{1,20}$/),
  name: z.string().overwrite(plainText).min(1).max(40),
  homeUnit: unitCodeInputSchema,
});
export type OfficerInput = z.infer<typeof officerInputSchema>;

/** What a record keeps of the officer. */
export const officerSnapshotSchema = officerSchema
  .pick({ name: true, sex: true, birthMonth: true, kind: true })
  .extend({ serviceNumber: serviceNumberSchema });
export type OfficerSnapshot = z.infer<typeof officerSnapshotSchema>;

/** What an incoming officer means beside the one on file: identity facts must agree, home unit and kind may move. */
export function planOfficer(
  input: OfficerInput,
  existing: Officer | undefined,
): Outcome<"create" | "update" | "already-there"> {
  if (!existing) return accept("create");
  const isSame = {
    name: nameKey(existing.name) === nameKey(input.name),
    sex: existing.sex === input.sex,
    birthMonth: existing.birthMonth === input.birthMonth,
  };
  for (const field of ["name", "sex", "birthMonth"] as const)
    if (!isSame[field]) return refuse("officer-differs", field, { serviceNumber: input.serviceNumber });
  const moved = existing.kind !== input.kind || existing.homeUnit !== input.homeUnit;
  return accept(moved ? "update" : "already-there");
}
