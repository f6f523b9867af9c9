import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { relations } from "./relation.ts";

/** What of a person was opened: the page of the person, a secondment, a pair or a concurrent post. */
export const openedKinds = ["officer", "secondment", "pair", "post"] as const;

/**
 * That somebody opened a person's file who is not that person: who and when, what of it, and in which relation to it they
 * may (the purpose that the table of permissions gives them).
 */
export const openingSchema = z.strictObject({
  /** ISO instant, real time. */
  at: z.iso.datetime(),
  by: signatureSchema,
  of: z.strictObject({ kind: z.enum(openedKinds), id: z.string() }),
  why: z.enum(relations),
  /** By an account for emergencies. */
  isEmergency: z.literal(true).optional(),
});
export type Opening = z.infer<typeof openingSchema>;
