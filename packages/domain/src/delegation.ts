import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { serviceNumberInputSchema, serviceNumberSchema } from "./officer.ts";
import { plainText } from "./plainText.ts";

const date = z.iso.date();
const person = z.object({ id: serviceNumberSchema, name: z.string().min(1).max(60) });

/**
 * That somebody else acts for the holder in one role of theirs: from and to are the first and the last day; kept with the
 * account of the holder. `by`: the holder, or the personnel office.
 */
export const delegationSchema = z.object({
  id: z.string().min(1).max(40),
  assignment: z.string().min(1).max(40),
  delegate: person,
  from: date,
  to: date,
  reason: z.string().min(1).max(200),
  state: z.enum(["given", "ended"]),
  by: signatureSchema,
});
export type Delegation = z.infer<typeof delegationSchema>;

/** What the account of the delegate says of it: whose account has the rest. */
export const standInSchema = delegationSchema
  .pick({ id: true, from: true, to: true })
  .extend({ holder: person });
export type StandIn = z.infer<typeof standInSchema>;

export const delegationInputSchema = z.object({
  assignment: z.string().min(1).max(40),
  delegate: serviceNumberInputSchema,
  from: date,
  to: date,
  reason: z.string().overwrite(plainText).min(1).max(200),
});
export type DelegationInput = z.infer<typeof delegationInputSchema>;

/** Whether a day is one of the days of a delegation that nobody ended. */
export function isGivenOn({ state, from, to }: Delegation, today: string): boolean {
  return state === "given" && from <= today && today <= to;
}
