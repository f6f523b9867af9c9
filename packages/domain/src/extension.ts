import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

const saidSchema = z.object({
  agrees: z.boolean(),
  reason: z.string().min(1).max(500),
  by: signatureSchema,
  on: calendarDateSchema,
});

/** requested → host-heard → sending-heard → granted | refused; the officer may withdraw it before the decision. */
export const extensionSchema = z.object({
  state: z.enum(["requested", "host-heard", "sending-heard", "granted", "refused", "withdrawn"]),
  requestedOn: calendarDateSchema,
  by: signatureSchema,
  /** First and last day of the further term asked for. */
  from: calendarDateSchema,
  to: calendarDateSchema,
  months: z.int().positive(),
  reason: z.string().min(1).max(500),
  host: saidSchema.optional(),
  sending: saidSchema.optional(),
  decision: saidSchema.optional(),
  /** The record of the further term, once granted. */
  continuedBy: z.string().optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** Neither decided nor withdrawn: the post stays claimed for it. */
export function isOpenRequest({ state }: Pick<Extension, "state">): boolean {
  return state === "requested" || state === "host-heard" || state === "sending-heard";
}
